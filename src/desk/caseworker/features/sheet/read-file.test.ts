import { describe, expect, it } from 'vitest';
import { readFile } from './read-file.ts';

const bytes = (...parts: (string | Uint8Array<ArrayBuffer>)[]) => new Blob(parts);
const utf16 = (text: string, isLittle: boolean) => {
  const out = new Uint8Array(text.length * 2 + 2);
  const view = new DataView(out.buffer);
  view.setUint16(0, 0xfeff, isLittle);
  [...text].forEach((letter, at) => {
    view.setUint16(2 + at * 2, letter.charCodeAt(0), isLittle);
  });
  return out;
};
const TABLE = 'name;phone\nCafé;1\n';

describe('CT-9 a file that is opened at the desk', () => {
  it.each([
    ['UTF-8', bytes(TABLE)],
    ['UTF-8 with a mark', bytes('\ufeff', TABLE)],
    ['UTF-16, little end first', bytes(utf16(TABLE, true))],
    ['UTF-16, big end first', bytes(utf16(TABLE, false))],
    ['the old Windows encoding', bytes(Uint8Array.from([...TABLE].map((one) => one.charCodeAt(0))))],
  ])('CT-9 is read in %s', async (_, file) => {
    const read = await readFile(file);
    expect(read).toMatchObject({
      value: { table: { columns: ['name', 'phone'], rows: [{ cells: ['Café', '1'] }] } },
    });
  });

  it.each([
    ['too-large', bytes('a\n'.repeat(2_500_001))],
    ['too-many-rows', bytes('a\n'.repeat(20_002))],
    ['too-many-rows', bytes(JSON.stringify(Array(20_001).fill({ name: 'x' })))],
    ['too-new', bytes('{"type":"list","version":9,"ids":[]}')],
    ['not-known', bytes('{"type":')],
    ['not-known', bytes('{"a":1}')],
    ['not-known', bytes('')],
    ['not-known', bytes('PK\u0003\u0004\0\0')],
    ['not-known', bytes('['.repeat(100_000))],
    ['not-known', bytes(`${'a,'.repeat(300)}\n${'1,'.repeat(300)}\n`)],
  ])('CT-9 C12 is refused as %s, whole', async (kind, file) => {
    expect(await readFile(file)).toEqual({ ok: false, problem: { kind } });
  });

  it('C12 a list has its ids and its name', async () => {
    const id = '00000000-0000-4000-8000-00000000000a';
    expect(await readFile(bytes(JSON.stringify({ type: 'list', version: 1, name: 'n', ids: [id] })))).toEqual(
      {
        ok: true,
        value: { kind: 'list', name: 'n', rows: [{ at: 1, id, name: '', phones: '' }] },
      },
    );
  });

  it('CT-9 one column of 5 MB, in which no delimiter ever comes, takes no longer than any other', async () => {
    const file = bytes(`name\n${'x'.repeat(250)}\n`.repeat(9_900));
    const before = performance.now();
    expect((await readFile(file)).ok).toBe(true);
    // Looked for to the end of the file at each row it took half a minute.
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});
