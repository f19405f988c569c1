import { describe, expect, it } from 'vitest';
import { Progress } from './progress.ts';

/** What is written while `steps` listings are done, ten milliseconds each. */
function told(isTTY: boolean, steps: number): string[] {
  const written: string[] = [];
  let now = 0;
  const stream = { isTTY, write: (text: string) => written.push(text) };
  const progress = new Progress({ stream, now: () => now });
  for (let step = 0; step < steps; step += 1) {
    now += 10;
    progress.step('validate');
  }
  progress.end();
  return written;
}

describe('progress of long work', () => {
  it('is a line every few seconds in a log, and none where the work is short', () => {
    expect(told(false, 400)).toEqual([]);
    expect(told(false, 1200)).toEqual(['validate: 512 listings\n', 'validate: 1024 listings\n']);
  });

  it('counts each work by itself, where regions are read and validated in turn', () => {
    const written: string[] = [];
    let now = 0;
    const progress = new Progress({ stream: { write: (text) => written.push(text) }, now: () => now });
    for (const what of ['read', 'validate', 'read', 'validate']) {
      for (let step = 0; step < 64; step += 1) progress.step(what);
      now += 6_000;
    }
    expect(written).toEqual(['validate: 64 listings\n', 'read: 128 listings\n', 'validate: 128 listings\n']);
  });

  it('is one line on a terminal, written over and taken away at the end', () => {
    const written = told(true, 200);
    expect(written.slice(0, -1).every((one) => one.startsWith('\r') && !one.endsWith('\n'))).toBe(true);
    expect(written.at(-1)).toBe('\r\u001b[K');
  });
});
