import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { json } from '../../tests/fixtures/pack/forge-pack.ts';
import {
  sampleEntry,
  sampleIndex,
  sampleRoot,
  sha256,
  signatureFile,
  testKeys,
} from '../../tests/fixtures/pack/sample.ts';
import { nodePlatform } from '../cli/node-platform.ts';
import { APP, LIMITS } from './format.ts';
import { type IndexLimits, readIndex } from './read-index.ts';

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../tests/fixtures/pack/${name}`, import.meta.url)));
const root = sampleRoot();
const limits: IndexLimits = { floor: 12, minTime: Date.parse('2026-12-01T00:00:00Z') };
const entry = sampleEntry(new Uint8Array(500));
const whole = sampleIndex([entry]);

function read(bytes: Uint8Array, changes: Partial<IndexLimits> = {}, signers = testKeys.slice(0, 2)) {
  return readIndex(bytes, signatureFile(bytes, signers), root, { ...limits, ...changes }, nodePlatform);
}

async function refusal(bytes: Uint8Array, changes: Partial<IndexLimits> = {}) {
  const outcome = await read(bytes, changes);
  return outcome.ok ? 'accepted' : outcome.problem;
}

const kinds: Record<string, [string, Uint8Array]> = {
  'an index beyond 64 KiB': ['index-too-large', new Uint8Array(LIMITS.indexBytes + 1).fill(0x20)],
  'signed bytes that are not JSON': ['index-unreadable', new TextEncoder().encode('{"type":')],
  'signed bytes that are not UTF-8': ['index-unreadable', Uint8Array.of(0x22, 0xff, 0x22)],
  'signed HTML': ['index-unreadable', new TextEncoder().encode('<!doctype html>')],
  'an empty file': ['index-unreadable', new Uint8Array(0)],
  'a list': ['index-unreadable', json([])],
  null: ['index-unreadable', json(null)],
  'a root file under the name of the index': ['index-of-another-type', json(root)],
  'no type': ['index-of-another-type', json({ ...whole, type: undefined })],
  'a newer specification': ['index-too-new', json({ ...whole, spec: 2 })],
  'a version below the floor': ['index-rolled-back', json({ ...whole, version: 11 })],
};

const place = (changes: object) => json({ ...whole, ...changes });
const region = (changes: object) => place({ regions: [{ ...entry, ...changes }] });
const malformed: Record<string, [string, Uint8Array]> = {
  'a specification that is text': ['spec', place({ spec: '1' })],
  'a version that is text': ['version', place({ version: '12' })],
  'a version that is no whole number': ['version', place({ version: 12.5 })],
  'a version too large to count': ['version', place({ version: 2 ** 53 })],
  'no day of issue': ['issued', place({ issued: undefined })],
  'a day of issue in words': ['issued', place({ issued: 'today' })],
  'an expiry without a zone': ['expires', place({ expires: '2027-02-21T09:00:00' })],
  'an expiry on a day that does not exist': ['expires', place({ expires: '2027-02-30T09:00:00Z' })],
  'an app version that is text': ['min_app', place({ min_app: 'x' })],
  'regions that are no list': ['regions', place({ regions: {} })],
  'a region that is null': ['regions.0.is not an object', place({ regions: [null] })],
  'an id that leaves the folder': ['regions.0.id', region({ id: '../x' })],
  'an id that is empty': ['regions.0.id', region({ id: '' })],
  'the same id twice': ['regions.1.id', place({ regions: [entry, entry] })],
  'an unknown kind': ['regions.0.kind', region({ kind: 'city' })],
  'no English name': ['regions.0.name', region({ name: { fr: 'Exemple' } })],
  'a name with hidden characters': ['regions.0.name', region({ name: { en: 'a\u202eb' } })],
  'a language that is no language': ['regions.0.name', region({ name: { en: 'a', '<b>': 'b' } })],
  'a country in words': ['regions.0.country', region({ country: 'Kenya' })],
  'a zone with dots': ['regions.0.timezone', region({ timezone: '../etc' })],
  'a region version of 0': ['regions.0.version', region({ version: 0 })],
  'a hash that is too short': ['regions.0.sha256', region({ sha256: 'abc' })],
  'a path that is not the hash': ['regions.0.path', region({ path: `packs/${'0'.repeat(64)}.bin` })],
  'a path to another folder': ['regions.0.path', region({ path: `../${entry.sha256}.bin` })],
  'a path on another host': [
    'regions.0.path',
    region({ path: `https://evil.test/packs/${entry.sha256}.bin` }),
  ],
  'a path with a query': ['regions.0.path', region({ path: `${entry.path}?x` })],
  'a length beyond 8 MiB': ['regions.0.length', region({ length: LIMITS.packBytes + 1 })],
  'a length shorter than a table': ['regions.0.length', region({ length: 100 })],
  'a negative length': ['regions.0.length', region({ length: -1 })],
  'more than 20,000 records': ['regions.0.records', region({ records: LIMITS.records + 1 })],
  'records that are text': ['regions.0.records', region({ records: '300' })],
  'no schema': ['regions.0.schema', region({ schema: undefined })],
  'withdrawals that are no list': ['revoked', place({ revoked: null })],
  'a withdrawal of nothing': ['revoked.0.service_id', place({ revoked: [{ from: '2026-11-20' }] })],
  'a withdrawal without a day': ['revoked.0.from', place({ revoked: [{ service_id: 'a', from: 'now' }] })],
};

describe('readIndex', () => {
  it('reads the sample files, which stand for what phones have already downloaded', async () => {
    const outcome = await readIndex(
      fixture('index.json'),
      fixture('index.json.sig'),
      root,
      limits,
      nodePlatform,
    );
    expect(outcome).toMatchObject({
      ok: true,
      value: { isExpired: false, index: { version: 12, regions: [{ id: 'sample-region', records: 300 }] } },
    });
  });

  it('gives back what was signed, without the fields that it does not know', async () => {
    const outcome = await read(json({ ...whole, more: 1, regions: [{ ...entry, more: 1 }] }));
    expect(outcome).toEqual({ ok: true, value: { index: whole, isExpired: false } });
  });

  it.each(Object.entries(kinds))('refuses %s (SG-1)', async (_, [kind, bytes]) => {
    expect(await refusal(bytes)).toMatchObject({ kind });
  });

  it.each(Object.entries(malformed))('refuses %s (SG-1)', async (_, [where, bytes]) => {
    expect(await refusal(bytes)).toEqual({ kind: 'index-malformed', place: where });
  });

  it('refuses an index that too few people have signed (SG-2)', async () => {
    expect(await read(json(whole), {}, [testKeys[0]])).toEqual({
      ok: false,
      problem: { kind: 'too-few-signatures', valid: 1, threshold: 2 },
    });
  });

  it('judges signatures before it looks at what the bytes say (SG-1)', async () => {
    for (const bytes of [json({ ...whole, version: 1 }), json(root), Uint8Array.of(0xff)]) {
      const outcome = await read(bytes, {}, []);
      expect(outcome.ok ? null : outcome.problem.kind).toBe('too-few-signatures');
    }
  });

  it('refuses an index in which any byte was changed after signing (SG-1)', async () => {
    const bytes = json(whole);
    const signatures = signatureFile(bytes, testKeys);
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(change, async ([at, mask]) => {
        const changed = bytes.with(at, (bytes[at] ?? 0) ^ mask);
        expect((await readIndex(changed, signatures, root, limits, nodePlatform)).ok).toBe(false);
      }),
    );
  });

  it('accepts the version it has seen, and newer ones; never an older one (SG-3, SG-4)', async () => {
    expect((await read(json(whole), { floor: 12 })).ok).toBe(true);
    expect((await read(json(whole), { floor: 0 })).ok).toBe(true);
    expect(await refusal(json(whole), { floor: 13 })).toEqual({
      kind: 'index-rolled-back',
      version: 12,
      floor: 13,
    });
  });

  it('notices one version with two contents (SG-3)', async () => {
    const seen = { version: 12, sha256: sha256(json(whole)) };
    expect((await read(json(whole), { seen })).ok).toBe(true);
    const other = json({ ...whole, revoked: [] });
    expect(await refusal(other, { seen })).toEqual({ kind: 'index-forked', version: 12 });
    expect((await read(json({ ...whole, version: 13 }), { seen })).ok).toBe(true);
  });

  it('hands over an expired index marked as expired, for the caller to decide (SG-6)', async () => {
    const expires = Date.parse(whole.expires);
    for (const [minTime, isExpired] of [
      [expires - 1, false],
      [expires, true],
      [expires + 1, true],
    ] as const) {
      expect(await read(json(whole), { minTime })).toMatchObject({ ok: true, value: { isExpired } });
    }
  });

  it('refuses what needs a newer app than this one, and says which', async () => {
    expect((await read(json({ ...whole, min_app: APP }))).ok).toBe(true);
    expect(await refusal(json({ ...whole, min_app: APP + 1 }))).toEqual({
      kind: 'app-too-old',
      needs: APP + 1,
    });
  });

  it('takes ids that are words of the language as nothing but ids', async () => {
    const outcome = await read(json({ ...whole, regions: [{ ...entry, id: 'constructor' }] }));
    expect(outcome).toMatchObject({ ok: true, value: { index: { regions: [{ id: 'constructor' }] } } });
  });
});
