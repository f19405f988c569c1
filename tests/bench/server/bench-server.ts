import { existsSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import type { DecisionRequest, KeptEdit } from '../../../src/core/desk-api.ts';
import { applyChanges } from '../../../src/core/edits/changes.ts';
import type { Edit } from '../../../src/core/edits/edit.ts';
import { openDatabase } from '../../../src/server/database/database.ts';
import { SESSION_COOKIE } from '../../../src/server/people/session.ts';
import { DATABASES } from '../../server/databases.ts';
import { type Crew, makeCrew, type Person, pause, someEdit } from '../../server/faults/load.ts';
import { type ServerProcess, startProcess } from '../../server/faults/server-process.ts';
import { type Percentiles, percentilesOf } from '../search/percentiles.ts';

// Edits and reviews, files, and memory. What is measured, and why like this: README.md.

const AT_ONCE = 4;
const WARMING = 40;
const REST_MS = 3000;
const SITES = ['dist/desk', 'dist/casework'];

export interface ServerFigures {
  readonly database: 'embedded' | 'postgresql';
  readonly edits: Rate;
  readonly rejections: Rate;
  /** Each writes a version of its listing, too. */
  readonly approvals: Rate;
  /** Null where no desk is built. */
  readonly files: Rate | null;
  /** MiB, after the start and once it has worked. */
  readonly memory: { readonly atRest: number; readonly afterwards: number };
}

export interface Rate extends Percentiles {
  readonly perSecond: number;
}

export async function* benchServer(count: number): AsyncGenerator<ServerFigures> {
  for (const kind of DATABASES) {
    const { place, remove } = await kind.newPlace();
    const before = await openDatabase(place);
    const crew = await makeCrew(before.db, new Date());
    await before.close();
    const site = SITES.find((one) => existsSync(one)) ?? '';
    const server = await startProcess(place, 'tests/bench/server/serve.ts', [site]);
    const figures = await measured(server, crew, { count, hasSite: site !== '' }).finally(server.kill);
    await remove();
    yield { database: kind.kind, ...figures };
  }
}

interface Wanted {
  readonly count: number;
  readonly hasSite: boolean;
}

async function measured(
  { origin, pid }: ServerProcess,
  crew: Crew,
  { count, hasSite }: Wanted,
): Promise<Omit<ServerFigures, 'database'>> {
  await pause(REST_MS);
  const atRest = residentMiB(pid);
  await editsAndRejections(origin, crew, WARMING);
  await approvalsOf(origin, crew, WARMING);
  const { edits, rejections } = await editsAndRejections(origin, crew, count);
  const approvals = await approvalsOf(origin, crew, count);
  const files = hasSite ? rateOf([await timed(5 * count, () => getFile(origin))]) : null;
  await pause(REST_MS);
  return { edits, rejections, approvals, files, memory: { atRest, afterwards: residentMiB(pid) } };
}

async function editsAndRejections(origin: string, crew: Crew, count: number) {
  const kept: KeptEdit[] = [];
  const edits = await timed(count, async (place) => {
    kept.push(await propose(origin, crew, place));
  });
  const rejections = await timed(count, (place) =>
    decide(origin, crew, place, kept[place] as KeptEdit, { decision: 'reject', reason: 'already-so' }),
  );
  return { edits: rateOf([edits]), rejections: rateOf([rejections]) };
}

/** In rounds, each of which has an edit of every listing: two of one listing would be of the same words. */
async function approvalsOf(origin: string, crew: Crew, count: number): Promise<Rate> {
  const rounds: Timed[] = [];
  for (let done = 0; done < count; done += crew.listings.length) {
    const round = Math.min(crew.listings.length, count - done);
    const kept: KeptEdit[] = [];
    await timed(round, async (place) => {
      kept.push(await propose(origin, crew, place));
    });
    rounds.push(
      await timed(round, (place) =>
        decide(origin, crew, place, kept[place] as KeptEdit, { decision: 'approve' }),
      ),
    );
    for (const { edit } of kept) tellApproved(crew, edit);
  }
  return rateOf(rounds);
}

/** The next edit of that listing begins with what was approved. */
function tellApproved({ listings, told }: Crew, { listingId, baseVersion, changes }: Edit): void {
  const before = told.get(listingId)?.listing ?? listings.find(({ id }) => id === listingId) ?? null;
  const after = applyChanges(before, changes);
  if (!after.ok) throw new Error('bench: an approved edit does not fit');
  told.set(listingId, { listing: after.value, version: baseVersion + 1 });
}

async function propose(origin: string, crew: Crew, place: number): Promise<KeptEdit> {
  const { status, body } = await post(origin, one(crew.authors, place), '/api/edits', someEdit(crew));
  if (status !== 201) throw new Error(`bench: an edit was answered with ${status}`);
  return body as KeptEdit;
}

async function decide(
  origin: string,
  crew: Crew,
  place: number,
  { edit, hash }: KeptEdit,
  decision: Omit<DecisionRequest, 'hash'>,
): Promise<void> {
  const path = `/api/edits/${edit.id}/decisions`;
  const { status } = await post(origin, one(crew.reviewers, place), path, { ...decision, hash });
  if (status !== 200) throw new Error(`bench: a decision was answered with ${status}`);
}

function one(people: readonly Person[], place: number): Person {
  return people[place % people.length] as Person;
}

interface Timed {
  /** Of each, in milliseconds. */
  readonly times: readonly number[];
  /** Of all of them. */
  readonly seconds: number;
}

/** So many times, some at once. */
async function timed(count: number, work: (place: number) => Promise<void>): Promise<Timed> {
  const times: number[] = [];
  let next = 0;
  const start = performance.now();
  const worker = async () => {
    for (let place = next++; place < count; place = next++) {
      const begun = performance.now();
      await work(place);
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { times, seconds: (performance.now() - start) / 1000 };
}

function rateOf(rounds: readonly Timed[]): Rate {
  const times = rounds.flatMap((round) => round.times);
  const seconds = rounds.reduce((sum, round) => sum + round.seconds, 0);
  return { ...percentilesOf(times), perSecond: times.length / seconds };
}

// Not fetch, which takes more processor time than what it asks.
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
let address = 0;

interface Sending {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

function send(url: string, { method, headers, body }: Sending): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }),
      );
    });
    // The server may close a connection that was idle in the moment it is used again; edits sent twice are one.
    sent.on('error', (error) =>
      sent.reusedSocket ? resolve(send(url, { method, headers, ...(body ? { body } : {}) })) : reject(error),
    );
    sent.end(body);
  });
}

async function post(origin: string, { token }: Person, path: string, body: unknown) {
  const headers = {
    cookie: `${SESSION_COOKIE}=${token}`,
    origin,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
    // As of a thousand volunteers: one alone would be told to slow down.
    'x-forwarded-for': `volunteer-${address++ % 1000}`,
  };
  const { status, text } = await send(origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status, body: JSON.parse(text) as unknown };
}

async function getFile(origin: string): Promise<void> {
  const { status } = await send(`${origin}/`, { method: 'GET', headers: { 'accept-encoding': 'br' } });
  if (status !== 200) throw new Error(`bench: a file was answered with ${status}`);
}

function residentMiB(pid: number): number {
  const kib = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kib) / 1024);
}
