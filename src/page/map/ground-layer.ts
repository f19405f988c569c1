import * as L from 'leaflet/dist/leaflet-src.esm.js';
import { drawTile } from './draw-tile.ts';
import type { LocalTiles } from './local-tiles.ts';
import { type Palette, paletteOf } from './palette.ts';

const SIZE = 256;

/** The map itself, on a canvas a tile: what is closer than the tiles go is drawn larger from the last of them. */
export function groundLayer(tiles: LocalTiles): L.GridLayer {
  const Ground = L.GridLayer.extend({
    createTile(this: L.GridLayer, coords: L.Coords, done: L.DoneCallback): HTMLElement {
      const canvas = document.createElement('canvas');
      const ratio = window.devicePixelRatio;
      canvas.width = SIZE * ratio;
      canvas.height = SIZE * ratio;
      // biome-ignore lint/suspicious/noExplicitAny: Leaflet keeps it under a name that its types do not tell
      const palette = paletteOf((this as any)._container as Element);
      void draw(canvas, coords, { tiles, palette, ratio }).then(() => done(undefined, canvas));
      return canvas;
    },
  }) as unknown as new (
    options: L.GridLayerOptions,
  ) => L.GridLayer;
  return new Ground({ tileSize: SIZE, keepBuffer: 1, noWrap: true, updateWhenIdle: false });
}

interface Drawing {
  readonly tiles: LocalTiles;
  readonly palette: Palette;
  readonly ratio: number;
}

async function draw(
  canvas: HTMLCanvasElement,
  { x, y, z }: L.Coords,
  { tiles, palette, ratio }: Drawing,
): Promise<void> {
  const context = canvas.getContext('2d');
  if (!context) return;
  const beyond = Math.max(0, z - tiles.zooms[1]);
  const scale = 2 ** beyond;
  const layers = await tiles.tile(z - beyond, Math.floor(x / scale), Math.floor(y / scale));
  context.scale(ratio, ratio);
  context.fillStyle = palette.sea;
  context.fillRect(0, 0, SIZE, SIZE);
  const frame = { size: SIZE, scale, left: (x % scale) * SIZE, top: (y % scale) * SIZE, zoom: z };
  if (layers) drawTile(context, layers, frame, palette);
}
