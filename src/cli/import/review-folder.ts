import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Listing } from '../../core/schema.ts';
import type { Imported } from './listing-of.ts';

/** How a listing differs from the one that waits in the folder; public values only, for hidden ones never came here. */
export interface Difference {
  readonly slug: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export type Fate = 'new' | 'same' | 'changed' | 'edited-here';

interface Ledger {
  readonly source: string;
  /** By slug. */
  readonly hashes: Record<string, string>;
}

/**
 * The folder where imports wait for a person. Its ledger holds a hash of each listing as it was imported: of what we
 * keep, never of the source's row, because a hash of a street can be guessed back to the street.
 */
export class ReviewFolder {
  readonly #folder: string;
  readonly #isDry: boolean;
  readonly #ledger: Ledger;
  readonly #seen = new Set<string>();

  constructor(folder: string, source: string, isDry: boolean) {
    this.#folder = folder;
    this.#isDry = isDry;
    this.#ledger = readLedger(this.#ledgerPath) ?? { source, hashes: {} };
  }

  has(slug: string): boolean {
    return this.#seen.has(slug);
  }

  take({ slug, listing }: Imported): { fate: Fate; differences: Difference[] } {
    this.#seen.add(slug);
    const hash = hashOf(listing);
    const known = this.#ledger.hashes[slug];
    const before = known ? this.#read(slug) : undefined;
    if (known === hash && before) return { fate: 'same', differences: [] };
    if (!known || !before) {
      this.#write(slug, listing, hash);
      return { fate: 'new', differences: [] };
    }
    const differences = differencesOf(slug, before, listing);
    // What a person worked on here is not overwritten: she sees what the source says now, and decides.
    if (hashOf(before) !== known) return { fate: 'edited-here', differences };
    this.#write(slug, listing, hash);
    return { fate: 'changed', differences };
  }

  /** Slugs of an earlier import that the source no longer has; their files stay. */
  gone(): string[] {
    return Object.keys(this.#ledger.hashes).filter((slug) => !this.#seen.has(slug));
  }

  close(): void {
    if (this.#isDry) return;
    mkdirSync(this.#folder, { recursive: true });
    const text = `${JSON.stringify(this.#ledger, null, 1)}\n`;
    if (!existsSync(this.#ledgerPath) || readFileSync(this.#ledgerPath, 'utf8') !== text)
      writeFileSync(this.#ledgerPath, text);
  }

  get #ledgerPath(): string {
    return join(this.#folder, 'import.json');
  }

  #read(slug: string): Listing | undefined {
    const path = join(this.#folder, `${slug}.json`);
    return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Listing) : undefined;
  }

  #write(slug: string, listing: Listing, hash: string): void {
    if (this.#isDry) return;
    mkdirSync(this.#folder, { recursive: true });
    writeFileSync(join(this.#folder, `${slug}.json`), `${JSON.stringify(listing, null, 2)}\n`);
    this.#ledger.hashes[slug] = hash;
  }
}

function readLedger(path: string): Ledger | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Ledger) : undefined;
}

function hashOf(listing: Listing): string {
  return createHash('sha256').update(JSON.stringify(listing)).digest('hex');
}

function differencesOf(slug: string, before: Listing, after: Listing): Difference[] {
  const [old, now] = [before, after] as unknown as Readonly<Record<string, unknown>>[];
  const fields = [...new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})])];
  return fields.flatMap((field) => {
    const [one, other] = [shown(old?.[field]), shown(now?.[field])];
    if (one === other) return [];
    // Where it is, or was, is never printed: a place that was public yesterday may be hidden today.
    const isPlace = field === 'locations';
    return [{ slug, field, before: isPlace ? '(not shown)' : one, after: isPlace ? '(not shown)' : other }];
  });
}

function shown(value: unknown): string {
  return value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
}
