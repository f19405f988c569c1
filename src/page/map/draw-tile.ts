import type { VectorTileFeature, VectorTileLayer } from '@mapbox/vector-tile';
import type { Palette } from './palette.ts';

export interface Frame {
  /** Pixels of a tile's side. */
  readonly size: number;
  /** How many times larger the tile is drawn than it is, and which part of it. */
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  readonly zoom: number;
}

type Layers = Readonly<Record<string, VectorTileLayer>>;

// Widths in pixels at zoom 14; a road is a little wider with every zoom.
const WIDTHS: Readonly<Record<string, number>> = { main: 5, through: 4, street: 2.5, path: 1, rail: 1 };
const POLYGON = 3;

/** Land and water, then parks, borders and roads: what lies below first. */
export function drawTile(
  context: CanvasRenderingContext2D,
  layers: Layers,
  frame: Frame,
  palette: Palette,
): void {
  const { land, green, water, border, road } = layers;
  for (const feature of featuresOf(land)) fill(context, feature, frame, palette.land);
  for (const feature of featuresOf(green)) fill(context, feature, frame, palette.green);
  for (const feature of featuresOf(water)) {
    if (feature.type === POLYGON) fill(context, feature, frame, palette.sea);
    else stroke(context, feature, frame, { colour: palette.sea, width: widthAt(3, frame) });
  }
  for (const feature of featuresOf(border))
    stroke(context, feature, frame, { colour: palette.border, width: 1, dashes: [4, 3] });
  const roads = featuresOf(road).sort((one, other) => widthOf(one, frame) - widthOf(other, frame));
  for (const feature of roads)
    stroke(context, feature, frame, { colour: palette.edge, width: widthOf(feature, frame) + 1.5 });
  for (const feature of roads)
    if (!isThin(feature))
      stroke(context, feature, frame, { colour: palette.road, width: widthOf(feature, frame) });
}

function featuresOf(layer: VectorTileLayer | undefined): VectorTileFeature[] {
  return Array.from({ length: layer?.length ?? 0 }, (_, index) => layer?.feature(index) as VectorTileFeature);
}

function widthOf({ properties }: VectorTileFeature, frame: Frame): number {
  return widthAt(WIDTHS[String(properties.kind)] ?? 1, frame);
}

function isThin({ properties }: VectorTileFeature): boolean {
  return properties.kind === 'path' || properties.kind === 'rail';
}

function widthAt(width: number, { zoom }: Frame): number {
  return Math.max(0.5, width * 1.25 ** (zoom - 14));
}

function trace(
  context: CanvasRenderingContext2D,
  feature: VectorTileFeature,
  { size, scale, left, top }: Frame,
): void {
  const unit = (size * scale) / feature.extent;
  context.beginPath();
  for (const line of feature.loadGeometry()) {
    line.forEach(({ x, y }, index) => {
      const [px, py] = [x * unit - left, y * unit - top];
      if (index === 0) context.moveTo(px, py);
      else context.lineTo(px, py);
    });
    if (feature.type === POLYGON) context.closePath();
  }
}

function fill(
  context: CanvasRenderingContext2D,
  feature: VectorTileFeature,
  frame: Frame,
  colour: string,
): void {
  trace(context, feature, frame);
  context.fillStyle = colour;
  context.fill('evenodd');
}

interface Pen {
  readonly colour: string;
  readonly width: number;
  readonly dashes?: number[];
}

function stroke(
  context: CanvasRenderingContext2D,
  feature: VectorTileFeature,
  frame: Frame,
  { colour, width, dashes = [] }: Pen,
): void {
  trace(context, feature, frame);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.lineJoin = 'round';
  context.lineCap = dashes.length > 0 ? 'butt' : 'round';
  context.setLineDash(dashes);
  context.stroke();
}
