import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ShownListing } from '../../../src/core/shown-listing.ts';
import { measureInBrowser } from './browser-run.ts';
import { directoryListings, SEED } from './directory.ts';
import { ENGINES } from './engines.ts';
import { installPeers } from './install-peers.ts';
import type { Effort, Measured, Work } from './measure.ts';
import { type Built, buildAll, type Directory, measureInNode } from './node-run.ts';
import { questionsFor } from './questions.ts';

// The project's engine beside its peers. What is measured, and how: ../README.md.

/** The largest directory that is asked of a browser: its worker has a phone's memory, not a server's. */
const MOST_IN_BROWSERS = 100_000;
/** The questions are made of the first listings, so that every size is asked the same. */
const QUESTIONS_FROM = 1_000;

/** In Node; in a worker of Chromium; in a page of it, slowed. */
export type Where = 'node' | 'worker' | 'page';

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

/** All figures so far, and which came last: a whole run takes hours, and what was measured is not to be lost. */
export interface Step {
  readonly figures: SearchFigures;
  readonly size: OneSize;
  readonly where: Where;
}

export async function* benchSearch({ sizes, isNodeOnly, only }: Choice): AsyncGenerator<Step> {
  assertKnown(only ?? []);
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
      let size: OneSize = { listings, built, node, worker: [], page: [] };
      yield { figures: { browser, sizes: [...done, size] }, size, where: 'node' };
      const places = isNodeOnly || listings > MOST_IN_BROWSERS ? [] : (['worker', 'page'] as const);
      for (const where of places) {
        const told = await measureInBrowser(where, { directory, built, work });
        browser = told.version;
        size = { ...size, [where]: told.measured };
        yield { figures: { browser, sizes: [...done, size] }, size, where };
      }
      done.push(size);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function assertKnown(engines: readonly string[]): void {
  const unknown = engines.filter((engine) => !Object.hasOwn(ENGINES, engine));
  if (unknown.length > 0)
    throw new Error(`bench: no ${unknown.join()}; the engines are ${Object.keys(ENGINES).join(', ')}`);
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
