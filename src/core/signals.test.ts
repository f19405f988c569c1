import * as fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  addSignal,
  listingSignal,
  SIGNAL_KINDS,
  type SignalKind,
  signalFile,
} from '../desk/caseworker/domain/signal.ts';
import { addDays } from './dates.ts';
import { readSignals, SIGNALS, type Signal, signalsByListing } from './signals.ts';

const TODAY = '2026-11-26';
const id = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;
const one = { listing_id: id(1), signal: 'full', week_of: '2026-11-23' };
const fileOf = (signals: unknown, more: object = {}) =>
  JSON.stringify({ type: 'waypost-signals', version: 1, signals, ...more });
const problemOf = (text: string) => {
  const read = readSignals(text, TODAY);
  return read.ok ? null : read.problem;
};

describe('settled 37 what caseworkers’ files say of listings', () => {
  it('settled 37 is read from what the caseworkers’ desk writes, whatever it says', () => {
    expectTypeOf<Signal>().toEqualTypeOf<SignalKind>();
    expect(SIGNALS).toEqual(SIGNAL_KINDS);
    const signal = fc
      .tuple(
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom(...SIGNAL_KINDS),
        fc.integer({ min: 0, max: 300 }),
      )
      .map(([digit, kind, days]) => listingSignal(id(digit), kind, addDays(TODAY, -days)));
    fc.assert(
      fc.property(fc.array(signal, { maxLength: 20 }), (signals) => {
        const outbox = signals.reduce<ReturnType<typeof addSignal>>((all, next) => addSignal(all, next), []);
        const read = readSignals(signalFile(outbox), TODAY);
        expect(read).toEqual({
          ok: true,
          value: outbox.map((each) => ({
            listingId: each.listing_id,
            signal: each.signal,
            weekOf: each.week_of,
          })),
        });
      }),
    );
  });

  it.each([
    ['another file', '{"type":"waypost-drafts","version":1}', { kind: 'no-signals' }],
    ['no JSON', 'canary', { kind: 'no-signals' }],
    ['a later version', '{"type":"waypost-signals","version":2,"signals":[]}', { kind: 'too-new' }],
    ['a field beside the signals', fileOf([one], { worker: 'canary' }), { kind: 'no-signals' }],
    ['more than any desk has', fileOf(Array(5_001).fill(one)), { kind: 'too-large' }],
    ['a very long text', ' '.repeat(1_000_001), { kind: 'too-large' }],
    ['a field of a client', fileOf([{ ...one, client: 'canary' }]), { place: 0, field: '(name)' }],
    ['a signal that is none', fileOf([one, { ...one, signal: 'canary' }]), { place: 1, field: 'signal' }],
    ['an id that is none', fileOf([{ ...one, listing_id: 'canary' }]), { place: 0, field: 'listingId' }],
    ['a day that is no Monday', fileOf([{ ...one, week_of: '2026-11-24' }]), { place: 0, field: 'weekOf' }],
    ['a week to come', fileOf([{ ...one, week_of: '2026-11-30' }]), { place: 0, field: 'weekOf' }],
    ['a week of long ago', fileOf([{ ...one, week_of: '2025-11-17' }]), { place: 0, field: 'weekOf' }],
    ['no signal at all', fileOf([null]), { place: 0, field: '(name)' }],
  ])('settled 37 with %s none is read, and nothing of it is repeated', (_, text, problem) => {
    expect(problemOf(text)).toMatchObject(problem);
    expect(JSON.stringify(problemOf(text))).not.toContain('canary');
  });

  it('settled 37 is told by listing, what most was said of first, and counts weeks and no people', () => {
    const read = readSignals(
      fileOf([
        one,
        one,
        { ...one, week_of: '2026-11-16' },
        { ...one, signal: 'wrong-hours' },
        { ...one, listing_id: id(2) },
      ]),
      TODAY,
    );
    expect(read.ok && signalsByListing(read.value)).toEqual([
      {
        listingId: id(1),
        signals: [
          { signal: 'full', weeks: 2, latest: '2026-11-23' },
          { signal: 'wrong-hours', weeks: 1, latest: '2026-11-23' },
        ],
      },
      { listingId: id(2), signals: [{ signal: 'full', weeks: 1, latest: '2026-11-23' }] },
    ]);
  });
});
