import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filledPage, promisedIds, SAFETY_PAGE } from '../safety-page.ts';

// That each test also ran and passed is added up at the end of `npm test` (tests/summary.ts).

const IDS = ['EX', 'TR', 'NW', 'CT', 'SV', 'TM'].flatMap((letters, at) =>
  Array.from({ length: [22, 19, 16, 11, 20, 3][at] ?? 0 }, (_, number) => `${letters}-${number + 1}`),
);
const titles = ['src', 'tests'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(test|story)\.tsx?$/.test(name))
    .flatMap((name) =>
      [
        ...readFileSync(`${folder}/${name}`, 'utf8').matchAll(
          /\b(?:test|it|describe)(?:\.\w+)*[\s\S]{0,120}?['"`](.*)['"`]/g,
        ),
      ].map(([, title = '']) => title),
    ),
);

describe('docs/SAFETY.md', () => {
  it('TM-1 has a row for every promise, and each has a test with its id in the title', () => {
    expect(promisedIds()).toEqual(IDS);
    const carried = new Set(titles.flatMap((title) => title.match(/\b[A-Z]{2}-\d+/g) ?? []));
    expect(IDS.filter((id) => !carried.has(id))).toEqual([]);
  });

  it('TM-1 says in which browsers each was kept, and by which tests', () => {
    const empty = readFileSync(SAFETY_PAGE, 'utf8')
      .split('\n')
      .filter((line) => /^\| [A-Z]{2}-\d+ \|/.test(line))
      .filter((line) => !/\| [\w., -]+ \| [CFWN](?: [CFWN])* \| [^|]*\|$/.test(line));
    expect(empty).toEqual([]);
  });

  it('is filled from what ran, and keeps what people wrote', () => {
    const page = '| EX-1 | A promise. | old | C | A limit. |\nWords.';
    const ran = new Map([['EX-1', { browsers: ['node', 'firefox'], files: ['exit', 'leave'] }]]);
    expect(filledPage(ran, page)).toBe('| EX-1 | A promise. | exit, leave | F N | A limit. |\nWords.');
  });

  it('every link of the threat model leads to a promise or a page', () => {
    const model = readFileSync('docs/THREAT_MODEL.md', 'utf8');
    const named = model.match(/\b(?:EX|TR|NW|CT|SV|TM)-\d+\b/g) ?? [];
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((id) => !IDS.includes(id))).toEqual([]);
  });
});
