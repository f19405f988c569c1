import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Listing, parseListing } from '../../src/core/schema.ts';
import type { ShownListing } from '../../src/core/shown-listing.ts';
import { EMPTY_QUERY, type FilterKind } from '../../src/search/query.ts';
import { directoryListings, SEED } from '../bench/search/directory.ts';
import { ownEngine } from '../bench/search/own-engine.ts';
import { percentilesOf } from '../bench/search/percentiles.ts';
import { CLASSES, HITS, type Question, type Reply, replyText } from '../bench/search/question.ts';
import { questionsFor, withStatus } from '../bench/search/questions.ts';
import { scan } from '../bench/search/scan.ts';
import { isOneMistake, withSwaps } from '../bench/search/text.ts';
import { choosing, edits, type Found, naiveSearch } from '../fixtures/naive-search.ts';

const listings = [...directoryListings(80, SEED)];
const questions = questionsFor(listings, SEED);
// With a place and nothing else everything is found, so that every rule of the order has something to decide.
const anywhere = questions.w.slice(0, 4).map(({ query: { near }, instant }) => ({
  query: { ...EMPTY_QUERY, near },
  instant,
}));
const asked = [...CLASSES.flatMap((kind) => questions[kind].slice(0, 3)), ...anywhere].flatMap((question) => [
  question,
  withStatus(question),
]);
const slow = listings.map(asListing);

function asListing(listing: ShownListing): Listing {
  return { ...listing, sources: [], organization: { ...listing.organization, id: listing.id } };
}

describe('the directory that engines are compared with', () => {
  it('is the same for the same seed, and a longer one begins with the shorter', () => {
    expect([...directoryListings(30, SEED)]).toEqual(listings.slice(0, 30));
    expect([...directoryListings(30, SEED + 1)]).not.toEqual(listings.slice(0, 30));
  });

  it('has listings as the schema wants them, with long texts', () => {
    for (const listing of slow) {
      expect(parseListing(listing)).toMatchObject({ ok: true });
      const words = listing.description.split(' ').length;
      expect(words).toBeGreaterThanOrEqual(60);
      expect(words).toBeLessThanOrEqual(120);
    }
  });

  it('is asked for what is in it, the words with a mistake', () => {
    for (const question of [...questions.t.slice(0, 3), ...questions.x.slice(0, 3)])
      expect(naiveSearch(slow, question.query, question.instant).length).toBeGreaterThan(0);
  });
});

describe('the scan that says what is right', () => {
  test('finds, orders and parts as reading every listing by every rule does', async () => {
    const opened = await scan.open(await scan.build(listings));
    for (const question of asked) {
      const found = naiveSearch(slow, question.query, question.instant);
      const { parts } = await opened.ask(question);
      if (question.query.isStatusSafe) {
        expect(parts.confirmed).toEqual(partOf(found, 'confirmed'));
        expect(parts.conditional).toEqual(partOf(found, 'conditional'));
        expect(parts.ask?.total).toBe(partOf(found, 'ask').total);
      } else expect(parts.all).toEqual(partOf(found));
    }
  });

  test('counts what choosing a value really gives', async () => {
    for (const kind of CLASSES) {
      const question = withStatus(questions[kind][0] as Question);
      // Reading texts is the dear part, and no choice finds what the words do not: a few others are enough.
      const { text } = question.query;
      const byWords = naiveSearch(slow, { ...EMPTY_QUERY, text }, question.instant);
      const few = [...new Set([...byWords.map(({ listing }) => listing), ...slow.slice(0, 3)])];
      const opened = await scan.open(await scan.build(few));
      const { counts } = await opened.ask(question);
      for (const [filter, values] of Object.entries(counts)) {
        for (const [value, [sure, ask]] of Object.entries(values)) {
          const chosen = choosing(question.query, filter as FilterKind, value);
          const found = naiveSearch(few, chosen, question.instant);
          const told = [partOf(found, 'confirmed').total, partOf(found, 'ask').total];
          expect([sure, ask], `${kind}: ${filter} ${value}`).toEqual(told);
        }
      }
    }
  });

  test('answers as the project’s engine does', async () => {
    // More of them: few are crisis lines, which have rules of their own among those to ask.
    const more = [...directoryListings(400, SEED)];
    const [right, ours] = [
      await scan.open(await scan.build(more)),
      await ownEngine.open(await ownEngine.build(more)),
    ];
    for (const question of asked)
      expect(replyText(await ours.ask(question))).toBe(replyText(await right.ask(question)));
  });
});

function partOf(found: readonly Found[], group?: string) {
  const ids = found.filter(({ status }) => !group || status === group).map(({ listing }) => listing.id);
  return { total: ids.length, ids: ids.slice(0, HITS) };
}

describe('how answers are compared', () => {
  const reply: Reply = {
    parts: { all: { total: 2, ids: ['b', 'a'] } },
    counts: { needs: { 'law.advice': [2, 0], 'live.work': [1, 0] }, isFree: { true: [1, 0] } },
  };

  it('does not mind in which order counts were made, nor a value that nobody has', () => {
    const counts = {
      isFree: { true: [1, 0] },
      needs: { 'live.work': [1, 0], 'law.advice': [2, 0], x: [0, 0] },
    } as const;
    expect(replyText({ ...reply, counts })).toBe(replyText(reply));
  });

  it('minds the order of services, a total, a count and a group', () => {
    const others: Reply[] = [
      { ...reply, parts: { all: { total: 2, ids: ['a', 'b'] } } },
      { ...reply, parts: { all: { total: 3, ids: ['b', 'a'] } } },
      { ...reply, counts: { ...reply.counts, isFree: { true: [2, 0] } } },
      { ...reply, parts: { confirmed: { total: 2, ids: ['b', 'a'] } } },
      { ...reply, refused: 1 },
    ];
    for (const other of others) expect(replyText(other)).not.toBe(replyText(reply));
  });
});

describe('one mistake in a word', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });

  test('is what the table of all edits calls one', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(isOneMistake(one, other)).toBe(edits(one, other) <= 1);
      }),
      { numRuns: 2000 },
    );
  });

  test('a swap is one of two neighbours, each pair once', () => {
    expect(withSwaps('papers')).toEqual(['appers', 'ppaers', 'paeprs', 'papres', 'papesr']);
    expect(withSwaps('aab4')).toEqual([]);
    expect(withSwaps('aabb')).toEqual(['abab']);
  });
});

test('a percentile is a value that was measured, never one between', () => {
  const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect(percentilesOf(hundred)).toEqual({ median: 50, p95: 95, p99: 99, runs: 100 });
  expect(percentilesOf([3, 1])).toEqual({ median: 1, p95: 3, p99: 3, runs: 2 });
});
