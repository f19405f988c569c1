import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { REGIONS, readListings } from './region-files.ts';

it('docs/DATA.md says how many listings there are, and how few of them are sure', () => {
  const page = readFileSync('docs/DATA.md', 'utf8');
  for (const region of REGIONS) {
    const listings = readListings(region).map(({ listing }) => listing);
    const count = (isOne: (listing: (typeof listings)[number]) => boolean) => listings.filter(isOne).length;
    const numbers = [
      listings.length,
      count(({ channels }) => channels.some(({ type }) => type === 'phone')),
      count(({ immigration_eligibility }) => immigration_eligibility.value === 'yes'),
      count(({ verification }) => verification.state === 'disputed'),
    ];
    const row = page.split('\n').find((line) => line.startsWith(`| \`${region}\``)) ?? '';
    const cells = row.split('|').slice(2, -1);
    expect(cells.map(Number), region).toEqual(numbers);
  }
});
