import { dayOf, daysBetween, type Instant } from '../core/dates.ts';
import { fail, type Result, succeed } from '../core/result.ts';
import { LIMITS, type Platform } from '../pack/format.ts';
import { type IndexLimits, readIndex, type VerifiedIndex } from '../pack/read-index.ts';
import type { IndexFile, RegionEntry, RootFile } from '../pack/signed-index.ts';
import type { BakedIn } from './baked-in.ts';
import {
  type Database,
  type Generation,
  isDatabaseThere,
  openDatabase,
  type StoredSection,
} from './database.ts';
import { download } from './download.ts';
import type { Known } from './fetch-index.ts';
import { installGeneration, isGenerationWhole, storageProblem } from './generations.ts';
import {
  dropMaps,
  type KeptFiles,
  type KeptIndex,
  keepAskedAt,
  keepIndex,
  keptAskedAt,
  keptInCache,
  keptIndex,
  keptNowhere,
  keptRoot,
} from './kept-files.ts';
import type { KeptList } from './kept-list.ts';
import type { Directory, Installed, KeptListAction, Progress, RegionState, Settings } from './messages.ts';
import type { StoreProblem } from './problems.ts';
import { filesInDatabase, filesInMemory, intoMemory, type RegionFiles } from './region-files.ts';

export interface Fetching {
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

const DATA = '/data/';
const WORLD = 'world';
const HOUR = 3_600_000;
/** The last index that was accepted; nothing older, and no other one with its version, is ever accepted after it. */
type Seen = NonNullable<IndexLimits['seen']>;
const NOTHING_SEEN: Seen = { version: 0, sha256: '' };

/**
 * The lists on this phone. One of these runs in the worker: it opens what is there, mends what is damaged from the
 * kept files or the seed, and puts new lists in place only when every byte is as signed.
 */
export class DirectoryStore {
  readonly #baked: BakedIn;
  readonly #platform: Platform;
  readonly #regions = new Map<string, RegionFiles>();
  #database: Database | null = null;
  #kept: KeptFiles = keptNowhere;
  #index: IndexFile | null = null;
  #indexFile: KeptIndex | null = null;
  #root: RootFile;
  #seen = NOTHING_SEEN;
  #seedEntry: RegionEntry | undefined;
  #settings: Settings | null = null;
  #isSaved = true;
  #isOverdue = false;
  #hasKeptList = false;
  #keptList: KeptList | null = null;
  #askedAt: number | null = null;

  constructor(baked: BakedIn, platform: Platform) {
    this.#baked = baked;
    this.#root = baked.root;
    this.#platform = platform;
  }

  /**
   * Answers from what is on the phone, or from memory alone where nothing may be kept. The network is asked for the seed
   * alone, and only where it is not here yet.
   */
  async start(now: Instant, keeps: boolean): Promise<Result<Directory, StoreProblem>> {
    if (keeps) await this.#openStorage();
    const index = await this.#takeBestIndex();
    if (!index.ok) return index;
    await this.#readSettings(now);
    const generations = (await this.#read((database) => database.generations.toArray())) ?? [];
    // One that an earlier build wrote does not say how it was listed, or has no cards: it is made again from the kept files.
    const whole = generations.filter(
      ({ listedAs, sections }) => listedAs && sections.some(({ name }) => name === 'card'),
    );
    const stored = new Map(whole.map((generation) => [generation.region, generation]));
    for (const entry of this.#entries()) {
      await this.#recover(entry, stored.get(entry.id), now);
      stored.delete(entry.id);
    }
    // Then what the index does not name any more.
    for (const generation of stored.values()) await this.#recover(generation.listedAs, generation, now);
    const seeded = await this.#installSeed(now);
    if (!seeded.ok && !this.#regions.has(WORLD)) return seeded;
    this.#askedAt = await keptAskedAt(this.#kept);
    this.#hasKeptList = Boolean(await this.#read((database) => database.kept.count()));
    return succeed(this.#directory());
  }

  /** Keeps from now on, at her own tap: what is open in memory is written, and whatever comes later. */
  async keep(): Promise<Result<Directory, StoreProblem>> {
    await this.#openStorage();
    if (this.#indexFile) await keepIndex(this.#kept, this.#indexFile, this.#root);
    for (const files of this.#regions.values()) await this.#show(files);
    return succeed(this.#directory());
  }

  /** Lets go of the phone's storage, so that it can be erased: what is open goes on from memory. */
  async letGo(): Promise<Result<Directory, StoreProblem>> {
    for (const [region, files] of this.#regions)
      this.#regions.set(region, await intoMemory(files, this.#platform));
    this.#database?.close();
    this.#database = null;
    this.#kept = keptNowhere;
    this.#settings = null;
    this.#hasKeptList = false;
    return succeed(this.#directory());
  }

  files(region: string): RegionFiles | undefined {
    return this.#regions.get(region);
  }

  /**
   * A region's list as it lies on the phone now, where reading it failed: another window may have put a newer one in
   * the place of the one that was open here, or a part of it may have been lost since.
   */
  async openAgain(region: string): Promise<RegionFiles | undefined> {
    const open = this.#regions.get(region)?.generation;
    if (!open || !this.#database) return undefined;
    // A phone closes it by itself after some time in the background (iPhones do).
    if (!this.#database.isOpen() && (await isDatabaseThere())) await this.#openStorage();
    if (!this.#database?.isOpen()) return undefined;
    const stored = await this.#read((database) => database.generations.get(region));
    const generation = stored ?? open;
    await this.#recover(generation.listedAs, generation, Date.parse(generation.savedOn));
    return this.#regions.get(region);
  }

  /** Listings that the index withdraws, from every list and at once, those installed before it too (SG-7). */
  withdrawn(): ReadonlySet<string> {
    return new Set(this.#index?.revoked.map(({ service_id }) => service_id));
  }

  /** The index that counts, as it was signed: for what is read of it only when it is wanted. */
  get signedIndex(): Uint8Array {
    return (this.#indexFile ?? this.#baked.index).bytes;
  }

  get keeps(): boolean {
    return this.#kept === keptInCache;
  }

  installedRegions(): readonly string[] {
    return [...this.#regions.keys()];
  }

  async install(region: string, now: Instant, fetching: Fetching): Promise<Result<Directory, StoreProblem>> {
    const entry = this.#entries().find(({ id }) => id === region);
    if (!entry) return fail({ kind: 'no-such-region' });
    const installed = await this.#download(entry, now, fetching);
    if (installed.ok) return succeed(this.#directory());
    // The host may have moved on since this index was signed: take its new one, then ask once more for what it names.
    if (installed.problem.kind === 'cancelled') return installed;
    const updated = await this.update(now, fetching);
    if (!updated.ok) return installed;
    const newer = this.#entries().find(({ id }) => id === region);
    if (!newer) return installed;
    const again = await this.#download(newer, now, fetching);
    return again.ok ? succeed(this.#directory()) : again;
  }

  /** Fetches the signed index, then every installed region that has changed. What fails leaves the old list in place. */
  async update(
    now: Instant,
    fetching: Fetching,
  ): Promise<Result<{ directory: Directory; updated: string[] }, StoreProblem>> {
    // Whatever is answered: the host is asked once a day. To the next whole hour: not even the minute of a visit is kept.
    this.#askedAt = Math.ceil(now / HOUR) * HOUR;
    await keepAskedAt(this.#kept, this.#askedAt);
    const arrivals = await loadArrivals();
    if (!arrivals) return fail({ kind: 'offline' });
    const fetched = await arrivals.fetchIndex(this.#known(), fetching.signal, this.#platform);
    if (!fetched.ok) return fetched;
    const { index, file, root, floors } = fetched.value;
    const updated: string[] = [];
    const installed = new Map([...this.#regions].map(([id, { generation }]) => [id, generation]));
    for (const [region, step] of arrivals.planUpdate(installed, index, floors)) {
      if (step.kind !== 'download' || !installed.has(region)) continue;
      const done = await this.#download(step.entry, now, fetching);
      if (!done.ok) return done;
      updated.push(region);
    }
    this.#root = root;
    await this.#accept(index, file);
    await keepIndex(this.#kept, file, root);
    if (this.keeps) await arrivals.dropPacksExcept(this.#regions);
    return succeed({ directory: this.#directory(), updated });
  }

  /** Writes settings, or removes them: only ever at the person's own tap (settled 27). */
  async remember(settings: Settings | null, now: Instant): Promise<Result<null, StoreProblem>> {
    if (!this.#database) return fail({ kind: 'not-saved' });
    try {
      if (settings) await this.#database.settings.put(this.#settingsRow(settings, null, now));
      else await this.#database.settings.delete('settings');
    } catch (error) {
      return fail(storageProblem(error));
    }
    this.#settings = settings;
    return succeed(null);
  }

  /** The saved list that she keeps on purpose; its code is fetched when it is needed. */
  async keptList(action: KeptListAction): Promise<Result<readonly string[], StoreProblem>> {
    const module = await import('./kept-list.ts').catch(() => null);
    if (!this.#database || !module) return fail({ kind: 'not-saved' });
    this.#keptList ??= new module.KeptList();
    const outcome = await this.#keptList.act(this.#database, action);
    if (outcome.ok && action.do === 'set-up') this.#hasKeptList = true;
    if (outcome.ok && action.do === 'delete') this.#hasKeptList = false;
    return outcome;
  }

  async #openStorage(): Promise<void> {
    this.#kept = keptInCache;
    this.#database = await openDatabase(() => void this.letGo());
    this.#isSaved = this.#database !== null;
  }

  /** What was remembered, and whether so many days have passed that she wanted it forgotten (TR-10). */
  async #readSettings(now: Instant): Promise<void> {
    const row = await this.#read((database) => database.settings.get('settings'));
    if (!row) return;
    const { settings, lastUsedDay } = row;
    this.#settings = settings;
    if (!settings.forgetAfterDays) return;
    const unused = lastUsedDay ? daysBetween(lastUsedDay, this.#trustedDay(now)) : 0;
    this.#isOverdue = unused >= settings.forgetAfterDays;
    if (!this.#isOverdue && unused !== 0)
      await this.#read((database) => database.settings.put(this.#settingsRow(settings, lastUsedDay, now)));
  }

  /** The day of use only ever moves forward: a clock set back delays forgetting, and never brings it about. */
  #settingsRow(settings: Settings, lastUsedDay: string | null, now: Instant) {
    const today = this.#trustedDay(now);
    const day = lastUsedDay && lastUsedDay > today ? lastUsedDay : today;
    return { key: 'settings', settings, lastUsedDay: settings.forgetAfterDays ? day : null } as const;
  }

  /** A device's clock may be behind, never before what is known to have happened (SG-10). */
  #trustedDay(now: Instant): string {
    return dayOf(Math.max(now, this.#minTime()));
  }

  #entries(): readonly RegionEntry[] {
    return this.#index?.regions ?? [];
  }

  /** What the index names, then lists on this phone that it no longer names: nothing takes their place, so they stay. */
  #shownEntries(): RegionEntry[] {
    const listed = this.#entries();
    const unlisted = [...this.#regions.values()]
      .map(({ generation }) => generation.listedAs)
      .filter(({ id }) => !listed.some((entry) => entry.id === id));
    return [...listed, ...unlisted];
  }

  /** The newer of the index kept on the phone and the one built in; never one below the built-in floor (SG-4). */
  async #takeBestIndex(): Promise<Result<null, StoreProblem>> {
    const baked = await this.#verify(this.#baked.index);
    if (!baked.ok) return baked;
    await this.#accept(baked.value.index, this.#baked.index);
    this.#seedEntry = this.#entries().find(({ id }) => id === WORLD);
    const root = await keptRoot(this.#kept);
    // Never one before the app's own, and none for development in a real app (SG-9).
    if (root?.dev === this.#root.dev && root.version > this.#root.version) this.#root = root;
    const file = (await keptIndex(this.#kept)) ?? this.#baked.index;
    const verified = await this.#verify(file).catch(() => null);
    if (verified?.ok) await this.#accept(verified.value.index, file);
    // Either of the two is damaged: the chain of roots is followed again from the app's own.
    else if (verified?.problem.kind !== 'index-rolled-back') this.#root = this.#baked.root;
    return succeed(null);
  }

  #verify({ bytes, signature }: KeptIndex): Promise<Result<VerifiedIndex, StoreProblem>> {
    const { root, limits } = this.#known();
    return readIndex(bytes, signature, root, limits, this.#platform);
  }

  #known(): Known {
    const baked = this.#baked;
    const limits = { floor: this.#seen.version, minTime: this.#minTime(), seen: this.#seen };
    return { root: this.#root, file: this.#indexFile ?? baked.index, limits, baked };
  }

  #minTime(): Instant {
    return Math.max(this.#baked.builtAt, this.#index ? Date.parse(this.#index.issued) : 0);
  }

  async #accept(index: IndexFile, file: KeptIndex): Promise<void> {
    this.#seen = { version: index.version, sha256: await this.#platform.sha256(file.bytes) };
    this.#index = index;
    this.#indexFile = file;
  }

  /** Opens a region whose rows are all there, else mends it from the bytes that were kept beside the database. */
  async #recover(entry: RegionEntry, generation: Generation | undefined, now: Instant): Promise<void> {
    const database = this.#database;
    if (
      database &&
      generation &&
      (await this.#read((open) => isGenerationWhole(open, generation, this.#platform)))
    ) {
      // It has started: the one before is needed no more.
      const whole = { ...generation, before: undefined };
      this.#regions.set(entry.id, filesInDatabase(database, whole, this.#platform));
      return;
    }
    for (const one of [entry, generation?.listedAs, generation?.before]) {
      const kept = one && (await this.#kept.file(one.path));
      if (kept && (await this.#put(kept, one, now, false)).ok) return;
    }
  }

  /** The national lines that came with the app, where they are newer than those here. */
  async #installSeed(now: Instant): Promise<Result<null, StoreProblem>> {
    const entry = this.#seedEntry;
    if (!entry) return fail({ kind: 'no-such-region' });
    const installed = this.#regions.get(WORLD)?.generation.version ?? 0;
    if (installed >= entry.version) return succeed(null);
    const bytes = await download(this.#baked.seedUrl, {
      limit: LIMITS.packBytes,
      signal: new AbortController().signal,
    });
    return bytes.ok ? this.#put(bytes.value, entry, now, true) : bytes;
  }

  async #download(entry: RegionEntry, now: Instant, fetching: Fetching): Promise<Result<null, StoreProblem>> {
    const made = await this.#byDelta(entry, fetching);
    if (made && (await this.#put(made, entry, now, false)).ok) return succeed(null);
    const { length } = entry;
    const bytes = await download(DATA + entry.path, { ...fetching, limit: length, total: length });
    return bytes.ok ? this.#put(bytes.value, entry, now, false) : bytes;
  }

  /** What has changed alone, where the host offers it for the list here; whatever is wrong with it, the whole is fetched. */
  async #byDelta(entry: RegionEntry, fetching: Fetching): Promise<Uint8Array | null> {
    const files = this.#regions.get(entry.id);
    const from = files?.generation.listedAs.content;
    const delta = from && entry.deltas?.find((one) => one.from === from);
    if (!files || !delta) return null;
    const path = `${DATA}packs/${delta.sha256}.bin`;
    const module: Promise<typeof import('./by-delta.ts')> = import(/* @vite-ignore */ this.#baked.byDeltaUrl);
    return module
      .then(({ packByDelta }) => packByDelta(files, path, delta, fetching, this.#platform))
      .catch(() => null);
  }

  /** Verifies a pack against the signed index, then shows it: from the database, or from memory where that fails. */
  async #put(
    bytes: Uint8Array,
    entry: RegionEntry,
    now: Instant,
    isSeed: boolean,
  ): Promise<Result<null, StoreProblem>> {
    const arrivals = await loadArrivals();
    if (!arrivals) return fail({ kind: 'offline' });
    const verified = await arrivals.verifyListedPack(bytes, entry, this.#platform);
    if (!verified.ok) return verified;
    const generation = {
      region: entry.id,
      version: entry.version,
      sha256: entry.sha256,
      records: entry.records,
      sections: verified.value.sections,
      savedOn: dayOf(now),
      isSeed,
      listedAs: entry,
      before: this.#regions.get(entry.id)?.generation.listedAs,
    };
    await this.#show(filesInMemory(bytes, generation, this.#platform));
    return succeed(null);
  }

  /** From the database where the list can be written there, else from memory. */
  async #show(files: RegionFiles): Promise<void> {
    const { generation, pack } = files;
    const database = this.#database;
    const rows = database ? await rowsOf(files) : [];
    const isWritten = database && (await this.#write(database, generation, rows));
    if (!database || !isWritten) this.#isSaved = false;
    this.#regions.set(
      generation.region,
      database && isWritten ? filesInDatabase(database, generation, this.#platform) : files,
    );
    if (isWritten && pack && !generation.isSeed) await this.#kept.keep(generation.listedAs.path, pack);
  }

  async #write(database: Database, generation: Generation, rows: readonly StoredSection[]): Promise<boolean> {
    const { ok } = await installGeneration(database, generation, rows);
    // It may be for want of room: maps go first, they can be had again (ST-3).
    return ok || ((await dropMaps()) && this.#write(database, generation, rows));
  }

  /** A reading that the browser refuses counts as nothing there; the list is then mended or kept in memory. */
  async #read<Value>(read: (database: Database) => Promise<Value>): Promise<Value | undefined> {
    try {
      return this.#database ? await read(this.#database) : undefined;
    } catch {
      return undefined;
    }
  }

  #directory(): Directory {
    return {
      regions: this.#shownEntries().map((entry) =>
        regionState(entry, this.#regions.get(entry.id), this.#entries().includes(entry)),
      ),
      issuedOn: (this.#index?.issued ?? '').slice(0, 10),
      isDemo: this.#baked.root.dev,
      keeps: this.keeps,
      isSaved: this.#isSaved,
      settings: this.#settings,
      hasKeptList: this.#hasKeptList,
      isOverdue: this.#isOverdue,
      askedAt: this.#askedAt,
    };
  }
}

async function rowsOf({ generation, stored }: RegionFiles): Promise<StoredSection[]> {
  const rows: StoredSection[] = [];
  for (const info of generation.sections) {
    const bytes = await stored(info);
    if (bytes) rows.push({ sha256: generation.sha256, name: info.name, bytes });
  }
  return rows;
}

/** Null where that file cannot be had; nothing is then taken unjudged. */
async function loadArrivals(): Promise<typeof import('./arrivals.ts') | null> {
  return import('./arrivals.ts').catch(() => null);
}

function regionState(entry: RegionEntry, files: RegionFiles | undefined, isListed: boolean): RegionState {
  const { id, kind, name, country, timezone, records, length } = entry;
  const generation = files?.generation;
  const installed: Installed | null = generation
    ? {
        version: generation.version,
        records: generation.records,
        savedOn: generation.savedOn,
        isSeed: generation.isSeed,
      }
    : null;
  return { id, kind, name, country, timezone, records, length, installed, isListed };
}
