import { readFileSync } from 'node:fs';
import { developmentKey } from '../../src/cli/development-key.ts';
import { nodePlatform, sha256 } from '../../src/cli/node-platform.ts';
import { contentOfBuilt, type OfferedDelta, offerDeltas } from '../../src/cli/offer-deltas.ts';
import type { RegionRights } from '../../src/core/rights.ts';
import type { Listing } from '../../src/core/schema.ts';
import { compactListing } from '../../src/core/shown-listing.ts';
import { buildPack } from '../../src/pack/build-pack.ts';
import type { IndexFile, RegionEntry, SignatureFile } from '../../src/pack/signed-index.ts';
import { buildSearchFiles } from '../../src/search/build-index.ts';
import type { Town } from '../../src/search/towns.ts';

/** A region as a test wants it. Its listings are not parsed: a host that was broken into would not parse them either. */
export interface TestRegion {
  readonly id: string;
  /** `sample` is the only kind that national lines are never mixed into. */
  readonly kind?: RegionEntry['kind'];
  readonly name?: string;
  readonly towns?: readonly Town[];
  readonly rights?: RegionRights | null;
  readonly listings: readonly object[];
  /** Packs of earlier versions: what has changed since each is offered too. */
  readonly earlier?: readonly Uint8Array[];
  /** Its index has lost a byte, and was signed like that. */
  readonly isUnreadable?: boolean;
}

export interface SignedLists {
  /** By path on the host. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly entries: readonly RegionEntry[];
}

const DAY = 86_400_000;
const VALID_DAYS = 180;
const text = new TextEncoder();
let releases = 0;

/** `withdrawn` are ids of listings. Packs and an index newer than any before, signed with the key that the build under test trusts (WAYPOST_HOME). */
export async function signLists(
  regions: readonly TestRegion[],
  withdrawn: readonly string[] = [],
): Promise<SignedLists> {
  releases++;
  const built = JSON.parse(readFileSync('dist/guide/data/index.json', 'utf8')) as IndexFile;
  const files = new Map<string, Uint8Array>();
  const entries: RegionEntry[] = [];
  for (const region of regions) {
    const before = built.regions.find(({ id }) => id === region.id);
    const { entry, bytes, deltas } = await packOf(region, (before?.version ?? 0) + releases);
    files.set(`/data/${entry.path}`, bytes);
    for (const delta of deltas) files.set(`/data/packs/${delta.entry.sha256}.bin`, delta.bytes);
    entries.push(entry);
  }
  const kept = built.regions.filter(({ id }) => !regions.some((region) => region.id === id));
  const now = Date.now();
  const index: IndexFile = {
    ...built,
    version: built.version + releases,
    issued: new Date(now).toISOString(),
    expires: new Date(now + VALID_DAYS * DAY).toISOString(),
    regions: [...kept, ...entries],
    revoked: withdrawn.map((id) => ({ service_id: id, from: built.issued })),
  };
  const body = text.encode(JSON.stringify(index));
  const key = developmentKey();
  const signature: SignatureFile = { sigs: [{ keyid: key.keyid, sig: key.sign(body) }] };
  files.set('/data/index.json', body);
  files.set('/data/index.json.sig', text.encode(JSON.stringify(signature)));
  return { files, entries };
}

async function packOf(
  { id, kind = 'sample', name = 'Testland', listings, earlier = [], ...region }: TestRegion,
  version: number,
): Promise<{ entry: RegionEntry; bytes: Uint8Array; deltas: readonly OfferedDelta[] }> {
  const meta = { region: id, version, schema: 1, built_on: '2026-11-21', licence: 'CC BY 4.0' };
  const { index, cards } = buildSearchFiles(listings as Listing[]);
  const bytes = await buildPack(
    {
      meta,
      index: region.isUnreadable ? index.subarray(0, -1) : index,
      cards,
      towns: region.towns ?? [],
      rights: region.rights ?? null,
      listings: (listings as Listing[]).map(compactListing),
    },
    nodePlatform,
  );
  const hash = sha256(bytes);
  const deltas = await offerDeltas(earlier, bytes, { ...meta, records: listings.length });
  const entry: RegionEntry = {
    id,
    kind,
    name: { en: name },
    country: 'ZZ',
    timezone: 'UTC',
    version,
    path: `packs/${hash}.bin`,
    length: bytes.length,
    sha256: hash,
    records: listings.length,
    schema: 1,
    content: await contentOfBuilt(bytes),
    ...(deltas.length > 0 ? { deltas: deltas.map((delta) => delta.entry) } : {}),
  };
  return { entry, bytes, deltas };
}
