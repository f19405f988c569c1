import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Listing } from '../../core/schema.ts';
import { LIMITS } from '../../pack/format.ts';
import { writeWhole } from '../whole-file.ts';
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

/** A folder with no more listings than one region may have, and its ledger. */
interface Part {
  readonly folder: string;
  readonly ledger: Ledger;
  count: number;
}

export interface ReviewTarget {
  readonly folder: string;
  readonly isDry: boolean;
  /** How many listings a part takes: as many as a region may have (settled 21). */
  readonly partSize?: number;
}

const LEDGER = 'import.json';

/**
 * The folder where imports wait for a person. Its ledger holds a hash of each listing as it was imported: of what we
 * keep, never of the source's row, because a hash of a street can be guessed back to the street. What is more than one
 * region may have goes into `part-2`, `part-3` and so on inside it, each with its ledger; a listing stays where it is.
 */
export class ReviewFolder {
  readonly #target: Required<ReviewTarget>;
  readonly #source: string;
  readonly #parts: Part[];
  readonly #partOf = new Map<string, Part>();
  readonly #seen = new Set<string>();

  constructor(target: ReviewTarget, source: string) {
    this.#target = { partSize: LIMITS.records, ...target };
    this.#source = source;
    this.#parts = [this.#open(target.folder)];
    for (let next = this.#nextFolder(); existsSync(next); next = this.#nextFolder())
      this.#parts.push(this.#open(next));
  }

  has(slug: string): boolean {
    return this.#seen.has(slug);
  }

  take({ slug, listing }: Imported): { fate: Fate; differences: Difference[] } {
    this.#seen.add(slug);
    const hash = hashOf(listing);
    const part = this.#partOf.get(slug) ?? this.#partWithRoom();
    const known = part.ledger.hashes[slug];
    const before = known ? readIn(part, slug) : undefined;
    if (known === hash && before) return { fate: 'same', differences: [] };
    if (!known || !before) {
      this.#write(part, slug, listing, hash);
      return { fate: 'new', differences: [] };
    }
    const differences = differencesOf(slug, before, listing);
    // What a person worked on here is not overwritten: she sees what the source says now, and decides.
    if (hashOf(before) !== known) return { fate: 'edited-here', differences };
    this.#write(part, slug, listing, hash);
    return { fate: 'changed', differences };
  }

  /** Slugs of an earlier import that the source no longer has; their files stay. */
  gone(): string[] {
    return [...this.#partOf.keys()].filter((slug) => !this.#seen.has(slug));
  }

  /** How many folders the listings are in; more than one where there are more than a region may have. */
  get parts(): number {
    return this.#parts.length;
  }

  /** Writes what is known of every listing that was taken. Without it the next import takes the files for new ones. */
  close(): void {
    if (this.#target.isDry) return;
    for (const { folder, ledger } of this.#parts) {
      const path = join(folder, LEDGER);
      const text = `${JSON.stringify(ledger, null, 1)}\n`;
      if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
      mkdirSync(folder, { recursive: true });
      writeWhole(path, text);
    }
  }

  #open(folder: string): Part {
    const path = join(folder, LEDGER);
    const ledger = existsSync(path)
      ? (JSON.parse(readFileSync(path, 'utf8')) as Ledger)
      : { source: this.#source, hashes: {} };
    const part = { folder, ledger, count: Object.keys(ledger.hashes).length };
    for (const slug of Object.keys(ledger.hashes)) this.#partOf.set(slug, part);
    return part;
  }

  #partWithRoom(): Part {
    const last = this.#parts.at(-1);
    if (last && last.count < this.#target.partSize) return last;
    const next = this.#open(this.#nextFolder());
    this.#parts.push(next);
    return next;
  }

  #nextFolder(): string {
    return join(this.#target.folder, `part-${this.#parts.length + 1}`);
  }

  #write(part: Part, slug: string, listing: Listing, hash: string): void {
    this.#partOf.set(slug, part);
    part.count += part.ledger.hashes[slug] ? 0 : 1;
    part.ledger.hashes[slug] = hash;
    if (this.#target.isDry) return;
    mkdirSync(part.folder, { recursive: true });
    writeFileSync(join(part.folder, `${slug}.json`), `${JSON.stringify(listing, null, 2)}\n`);
  }
}

function readIn({ folder }: Part, slug: string): Listing | undefined {
  const path = join(folder, `${slug}.json`);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Listing) : undefined;
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
