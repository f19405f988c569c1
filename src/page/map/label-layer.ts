import type { VectorTileFeature } from '@mapbox/vector-tile';
import * as L from 'leaflet/dist/leaflet-src.esm.js';
import type { LocalTiles } from './local-tiles.ts';
import { type Palette, paletteOf } from './palette.ts';

interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Along a road, in radians; 0 is level. */
  readonly angle: number;
  readonly size: number;
  /** The lower, the sooner it gets its room. */
  readonly rank: number;
}

interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface LabelOptions {
  readonly tiles: LocalTiles;
  readonly language: string;
  /** Of the pins. */
  readonly positions: () => readonly L.LatLng[];
}

const PLACES = [
  'country',
  'city',
  'town',
  'suburb',
  'village',
  'island',
  'quarter',
  'hamlet',
  'neighbourhood',
];
const ROADS = ['main', 'through', 'street'];
// A road is named where its line is longer than its name, from these zooms on.
const ROAD_ZOOMS: Readonly<Record<string, number>> = { main: 13, through: 14, street: 15 };
const TILE = 256;
const POINT = 1;
const PIN = 40;
// Where a name may stand from its place: on it, else below or above.
const SHIFTS = [0, 30, -30];

/** Names, on one canvas over the tiles: across a border of two tiles no name is cut, and none is written over another. */
export class LabelLayer extends L.Layer {
  readonly #options: LabelOptions;
  readonly #canvas = document.createElement('canvas');
  #drawing = 0;

  constructor(options: LabelOptions) {
    super();
    this.#options = options;
    this.#canvas.className = 'map-names';
  }

  override onAdd(map: L.Map): this {
    map.getPanes().overlayPane.append(this.#canvas);
    map.on('moveend resize', this.#draw);
    void this.#draw();
    return this;
  }

  override onRemove(map: L.Map): this {
    map.off('moveend resize', this.#draw);
    this.#canvas.remove();
    return this;
  }

  redraw(): void {
    void this.#draw();
  }

  readonly #draw = async (): Promise<void> => {
    const map = this._map;
    const drawing = ++this.#drawing;
    const labels = await this.#labelsIn(map);
    // The map has moved on meanwhile, and is drawn again.
    if (drawing !== this.#drawing || !this.#canvas.isConnected) return;
    const { x, y } = map.getSize();
    const ratio = window.devicePixelRatio;
    Object.assign(this.#canvas, { width: x * ratio, height: y * ratio });
    Object.assign(this.#canvas.style, { width: `${x}px`, height: `${y}px` });
    L.DomUtil.setPosition(this.#canvas, map.containerPointToLayerPoint([0, 0]));
    const context = this.#canvas.getContext('2d');
    if (!context) return;
    context.scale(ratio, ratio);
    const pins = this.#options.positions().map((at) => aroundPin(map.latLngToContainerPoint(at)));
    writeAll(context, { labels, taken: pins }, paletteOf(map.getContainer()));
  };

  async #labelsIn(map: L.Map): Promise<Label[]> {
    const zoom = map.getZoom();
    const { tiles } = this.#options;
    const at = Math.min(zoom, tiles.zooms[1]);
    const side = TILE * 2 ** (zoom - at);
    const { min = L.point(0, 0), max = L.point(0, 0) } = map.getPixelBounds();
    const labels: Label[] = [];
    for (let row = Math.floor(min.y / side); row * side < max.y; row += 1) {
      for (let column = Math.floor(min.x / side); column * side < max.x; column += 1) {
        const layers = await tiles.tile(at, column, row);
        const [left, top] = [column * side - min.x, row * side - min.y];
        for (const layer of [layers?.place, layers?.road]) {
          for (let index = 0; layer && index < layer.length; index += 1) {
            const feature = layer.feature(index);
            const label = this.#labelOf(feature, zoom, side / feature.extent);
            if (label) labels.push({ ...label, x: label.x + left, y: label.y + top });
          }
        }
      }
    }
    return labels.sort((one, other) => one.rank - other.rank);
  }

  #labelOf(feature: VectorTileFeature, zoom: number, unit: number): Label | null {
    const { properties } = feature;
    const text = String(properties[`name_${this.#options.language}`] ?? properties.name ?? '');
    const kind = String(properties.kind);
    if (text === '') return null;
    if (feature.type === POINT) {
      const [[point] = []] = feature.loadGeometry();
      const rank = PLACES.indexOf(kind);
      const size = rank < 2 ? 15 : rank < 4 ? 14 : 12;
      return point ? { text, x: point.x * unit, y: point.y * unit, angle: 0, size, rank } : null;
    }
    if (zoom < (ROAD_ZOOMS[kind] ?? Infinity)) return null;
    const straight = longestPart(feature, unit);
    const isLongEnough = straight.length > text.length * 7;
    return isLongEnough ? { text, ...straight, size: 12, rank: 20 + ROADS.indexOf(kind) } : null;
  }
}

/** The middle of a road's longest straight part; never upside down. */
function longestPart(feature: VectorTileFeature, unit: number) {
  let longest = { x: 0, y: 0, angle: 0, length: 0 };
  for (const line of feature.loadGeometry()) {
    for (const [index, end] of line.entries()) {
      const start = line[index - 1];
      if (!start) continue;
      const [dx, dy] = [(end.x - start.x) * unit, (end.y - start.y) * unit];
      const length = Math.hypot(dx, dy);
      if (length <= longest.length) continue;
      const angle = Math.atan(dy / (dx || 1e-9));
      longest = { x: ((start.x + end.x) / 2) * unit, y: ((start.y + end.y) / 2) * unit, angle, length };
    }
  }
  return longest;
}

interface Writing {
  readonly labels: readonly Label[];
  /** What has its room already; names join it. */
  readonly taken: Rectangle[];
}

function writeAll(context: CanvasRenderingContext2D, { labels, taken }: Writing, palette: Palette): void {
  const written = new Set<string>();
  Object.assign(context, { textAlign: 'center', textBaseline: 'middle', lineJoin: 'round' });
  for (const { text, x, y, angle, size, rank } of labels) {
    // A road goes through many tiles and is named in one.
    if (written.has(text)) continue;
    context.font = `${rank < PLACES.length ? 600 : 400} ${size}px system-ui, sans-serif`;
    const width = context.measureText(text).width + 6;
    const [across, down] = [
      Math.abs(Math.cos(angle)) * width + Math.abs(Math.sin(angle)) * size,
      Math.abs(Math.sin(angle)) * width + Math.abs(Math.cos(angle)) * size * 1.4,
    ];
    const spots = (angle === 0 ? SHIFTS : [0]).map((shift) => ({
      shift,
      box: boxAt(x, y + shift, across, down),
    }));
    const spot = spots.find(({ box }) => !taken.some((other) => touches(box, other)));
    if (!spot) continue;
    taken.push(spot.box);
    written.add(text);
    context.save();
    context.translate(x, y + spot.shift);
    context.rotate(angle);
    context.strokeStyle = palette.halo;
    context.lineWidth = 3;
    context.strokeText(text, 0, 0);
    context.fillStyle = palette.text;
    context.fillText(text, 0, 0);
    context.restore();
  }
}

function boxAt(x: number, y: number, across: number, down: number): Rectangle {
  return { left: x - across / 2, right: x + across / 2, top: y - down / 2, bottom: y + down / 2 };
}

function aroundPin({ x, y }: L.Point): Rectangle {
  return boxAt(x, y, PIN, PIN);
}

function touches(one: Rectangle, other: Rectangle): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
