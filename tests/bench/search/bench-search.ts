import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ShownListing } from '../../../src/core/shown-listing.ts';
import { measureInBrowser, type Place } from './browser-run.ts';
import { directoryListings, SEED } from './directory.ts';
import { installPeers } from './install-peers.ts';
import type { Effort, Measured, Work } from './measure.ts';
import { type Built, buildAll, type Directory, measureInNode } from './node-run.ts';
import { questionsFor } from './questions.ts';

// The project's engine beside its peers. What is measured, and how: ../README.md.

/** The largest directory that is asked of a browser: its worker has a phone's memory, not a server's. */
const MOST_IN_BROWSERS = 100_000;
/** The questions are made of the first listings, so that every size is asked the same. */
const QUESTIONS_FROM = 1_000;

export interface OneSize {
  readonly listings: number;
  readonly built: readonly Built[];
  readonly node: readonly Measured[];
  /** Empty where the directory is too large for it. */
  readonly worker: readonly Measured[];
  readonly page: readonly Measured[];
}

export interface SearchFigures {
  readonly browser: string | null;
  readonly sizes: readonly OneSize[];
}

export interface Choice {
  readonly sizes: readonly number[];
  readonly isNodeOnly: boolean;
  /** Engines by name; null is all of them. The scan is always among them: it says what is right. */
  readonly only: readonly string[] | null;
}

export async function benchSearch(
  { sizes, isNodeOnly, only }: Choice,
  show: (size: OneSize) => void,
): Promise<SearchFigures> {
  installPeers();
  const folder = mkdtempSync(join(tmpdir(), 'bench-search-'));
  try {
    const directory = await writeDirectory(folder, sizes);
    const done: OneSize[] = [];
    let browser: string | null = null;
    for (const listings of sizes) {
      const built = await buildAll(directory, listings, only);
      // A browser is held against what Node found: it may know another history of the clocks.
      const work: Work = { effort: effortFor(listings), right: new Map() };
      const node = await measureInNode(directory, built, work);
      const inBrowser = async (place: Place) => {
        if (isNodeOnly || listings > MOST_IN_BROWSERS) return [];
        const told = await measureInBrowser(place, { directory, built, work });
        browser = told.version;
        return told.measured;
      };
      const size = {
        listings,
        built,
        node,
        worker: await inBrowser('worker'),
        page: await inBrowser('page'),
      };
      done.push(size);
      show(size);
    }
    return { browser, sizes: done };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Five rounds of 20 questions make the hundred that a last percent needs. */
function effortFor(listings: number): Effort {
  return { rounds: 5, opens: listings > 10_000 ? 3 : 7, mostMs: 5_000 };
}

async function writeDirectory(folder: string, sizes: readonly number[]): Promise<Directory> {
  const [file, first]: [string, ShownListing[]] = [join(folder, 'listings.ndjson'), []];
  const most = Math.max(...sizes);
  const enough = Math.min(QUESTIONS_FROM, ...sizes);
  function* lines() {
    let count = 0;
    for (const listing of directoryListings(most, SEED)) {
      count += 1;
      if (count <= enough) first.push(listing);
      if (count % 1000 === 0) process.stderr.write(`\r${count} of ${most} listings made up`);
      yield `${JSON.stringify(listing)}\n`;
    }
    process.stderr.write('\n');
  }
  await pipeline(Readable.from(lines()), createWriteStream(file));
  return { file, folder, questions: questionsFor(first, SEED) };
}
