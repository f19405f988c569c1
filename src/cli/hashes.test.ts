import { describe, expect, it } from 'vitest';
import { differences, hashList } from './hashes.ts';

const HASH = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);

describe('the list of what was published (NW-16)', () => {
  it('NW-16 names every file below a folder, in order, as sha256sum does', () => {
    const lines = hashList('tests/fixtures/pack').split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => line.slice(66))).toEqual(lines.map((line) => line.slice(66)).sort());
    for (const line of lines) expect(line).toMatch(/^[0-9a-f]{64} {2}\S+$/);
    expect(lines.find((line) => line.endsWith('  sample.bin'))).toBeDefined();
  });

  it('NW-16 tells a changed, a missing and an added file apart', () => {
    expect(
      differences(`${HASH}  a\n${HASH}  b/c\n${HASH}  d\n`, `${HASH}  a\n${OTHER}  b/c\n${HASH}  e\n`),
    ).toEqual(['b/c is another file', 'd is missing', 'e was not published']);
    expect(differences(`${HASH}  a\n`, `${HASH}  a\n`)).toEqual([]);
  });
});
