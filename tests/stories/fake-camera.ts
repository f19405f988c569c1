import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { qrModules } from '../../src/ui/qr/qr-modules.ts';
import { findChromium } from '../browsers.ts';

const WIDTH = 640;
const HEIGHT = 480;
const WHITE = 235;
const BLACK = 16;
const NO_COLOUR = 128;

/** A browser whose only camera plays a film that a story makes; `permission` is what a person answers. */
export class FakeCamera {
  readonly #folder = mkdtempSync(join(tmpdir(), 'camera-'));
  readonly #film = join(this.#folder, 'film.y4m');

  async open(permission: 'allow' | 'deny' = 'allow'): Promise<Browser> {
    this.show(null);
    const { executablePath, args } = await findChromium();
    const answer = permission === 'deny' ? '=deny' : '';
    return chromium.launch({
      executablePath,
      args: [
        ...args,
        '--use-fake-device-for-media-stream',
        `--use-fake-ui-for-media-stream${answer}`,
        `--use-file-for-fake-video-capture=${this.#film}`,
      ],
    });
  }

  /** What is before the camera from the next time that it starts: a code, a picture of one, or nothing. */
  show(code: string | boolean[][] | null): void {
    const modules = typeof code === 'string' ? qrModules(code) : (code ?? [[false]]);
    writeFileSync(this.#film, filmOf(modules));
  }

  clear(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** A second of YUV4MPEG2: the modules as a hand would hold them, in the middle and as large as fits. */
function filmOf(modules: readonly (readonly boolean[])[]): Buffer {
  const scale = Math.floor((HEIGHT - 20) / modules.length);
  const left = (WIDTH - scale * modules.length) >> 1;
  const top = (HEIGHT - scale * modules.length) >> 1;
  const light = Buffer.alloc(WIDTH * HEIGHT, WHITE);
  for (const [row, line] of modules.entries())
    for (const [column, isDark] of line.entries()) {
      if (!isDark) continue;
      const from = left + column * scale;
      for (let y = top + row * scale; y < top + (row + 1) * scale; y++)
        light.fill(BLACK, y * WIDTH + from, y * WIDTH + from + scale);
    }
  const colours = Buffer.alloc((WIDTH * HEIGHT) / 2, NO_COLOUR);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, colours]);
  const header = `YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420mpeg2\n`;
  return Buffer.concat([Buffer.from(header), ...Array.from({ length: 10 }, () => frame)]);
}

/** Of the page's cameras: what was asked of the browser, and whether any still runs. */
export async function watchCamera(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched: WatchedCamera = { asked: [], tracks: [] };
    Object.assign(globalThis, { watched });
    const ask = MediaDevices.prototype.getUserMedia;
    MediaDevices.prototype.getUserMedia = async function (this: MediaDevices, wish) {
      watched.asked.push(JSON.stringify(wish));
      const stream = await ask.call(this, wish);
      watched.tracks.push(...stream.getTracks());
      return stream;
    };
  });
}

interface WatchedCamera {
  readonly asked: string[];
  readonly tracks: MediaStreamTrack[];
}

export function cameraNow(page: Page): Promise<{ asked: readonly string[]; given: number; running: number }> {
  return page.evaluate(() => {
    const { asked, tracks } = (globalThis as unknown as { watched: WatchedCamera }).watched;
    return {
      asked,
      given: tracks.length,
      running: tracks.filter(({ readyState }) => readyState === 'live').length,
    };
  });
}

/** For browsers without a fake camera, and pages that have been opened: the page's camera sees a canvas with the code. */
export async function holdBeforeCamera(page: Page, code: string | null): Promise<void> {
  await page.evaluate(
    (modules) => {
      const SCALE = 6;
      const canvas = document.createElement('canvas');
      canvas.width = 480;
      canvas.height = 480;
      const context = canvas.getContext('2d');
      const draw = () => {
        if (!context) return;
        context.fillStyle = '#fff';
        context.fillRect(0, 0, canvas.width, canvas.height);
        context.fillStyle = '#000';
        for (const [row, line] of modules.entries())
          for (const [column, isDark] of line.entries())
            if (isDark) context.fillRect(column * SCALE, row * SCALE, SCALE, SCALE);
      };
      draw();
      // A stream of a canvas has a picture only when something is drawn.
      setInterval(draw, 100);
      navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(10);
    },
    code === null ? [] : qrModules(code),
  );
}
