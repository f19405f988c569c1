import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { generateSampleListings } from '../sample-city/generate.ts';
import { ReviewFolder } from './review-folder.ts';

const root = mkdtempSync(join(tmpdir(), 'review-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const LISTINGS = generateSampleListings(7, 1).map((listing, place) => ({ slug: `made-${place}`, listing }));
const target = { folder: join(root, 'made'), isDry: false, partSize: 3 };

function take(listings: typeof LISTINGS): { fates: string[]; gone: string[]; parts: number } {
  const review = new ReviewFolder(target, 'made');
  const fates = listings.map((one) => review.take(one).fate);
  review.close();
  return { fates, gone: review.gone(), parts: review.parts };
}

describe('an import of more listings than a region may have', () => {
  it('is split into folders, each with its ledger and none with more than fits', () => {
    expect(take(LISTINGS)).toMatchObject({ parts: 3, gone: [] });
    expect(readdirSync(target.folder).sort()).toEqual([
      'import.json',
      'made-0.json',
      'made-1.json',
      'made-2.json',
      'part-2',
      'part-3',
    ]);
    expect(readdirSync(join(target.folder, 'part-3')).sort()).toEqual(['import.json', 'made-6.json']);
  });

  it('is found again where it is, in whatever order the source has it now', () => {
    const again = take([...LISTINGS].reverse().slice(1));
    expect(again).toEqual({ fates: Array(6).fill('same'), gone: ['made-6'], parts: 3 });
  });
});
