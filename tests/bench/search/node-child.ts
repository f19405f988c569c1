import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { ShownListing } from '../../../src/core/shown-listing.ts';
import { ENGINES } from './engines.ts';
import type { Questions } from './questions.ts';
import { Rig, type Turn } from './rig.ts';
import { type Order, obey } from './station.ts';

// A process for one engine and one directory, told what to do by node-station.ts.

export interface BuildJob {
  readonly engine: string;
  readonly listings: string;
  readonly count: number;
  readonly file: string;
}

export interface StartJob {
  readonly engine: string;
  readonly file: string;
  readonly questions: Questions;
}

export type Message =
  | { readonly kind: 'build'; readonly job: BuildJob }
  | { readonly kind: 'start'; readonly job: StartJob }
  | { readonly kind: 'order'; readonly order: Order; readonly turn?: Turn };

export type Told = { readonly value: unknown } | { readonly problem: string };

let rig: Rig | null = null;
let before = 0;

process.on('message', async (message: Message) => {
  let told: Told;
  try {
    told = { value: await done(message) };
  } catch (error) {
    told = { problem: error instanceof Error ? error.message : String(error) };
  }
  process.send?.(told);
});

// Whoever started it is gone, and nobody else would end it.
process.on('disconnect', () => process.exit());

async function done(message: Message): Promise<unknown> {
  if (message.kind === 'build') return build(message.job);
  if (message.kind === 'start') return start(message.job);
  if (!rig) throw new Error('bench: the process was not started');
  const station = {
    install: () => (rig as Rig).install(),
    open: () => (rig as Rig).open(),
    touch: () => (rig as Rig).touch(),
    answers: (turn: Turn) => (rig as Rig).answers(turn),
    times: (turn: Turn) => (rig as Rig).times(turn),
    memory: async () => used() - before,
  };
  return obey(station, message.order, message.turn);
}

/** Milliseconds, from listings in memory to bytes. */
async function build({ engine: name, listings: path, count, file }: BuildJob): Promise<number> {
  const engine = await engineOf(name);
  await engine.prepare?.();
  const listings: ShownListing[] = [];
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (listings.length === count) break;
    listings.push(JSON.parse(line));
  }
  const since = performance.now();
  const bytes = await engine.build(listings);
  const took = performance.now() - since;
  await writeFile(file, bytes);
  return took;
}

async function start({ engine: name, file, questions }: StartJob): Promise<void> {
  const engine = await engineOf(name);
  await engine.prepare?.();
  rig = new Rig(engine, () => plainBytesOf(file), questions);
  before = used();
}

/** As a browser has them: SQLite refuses Node's own kind. */
async function plainBytesOf(file: string): Promise<Uint8Array> {
  const { buffer, byteOffset, length } = await readFile(file);
  return new Uint8Array(buffer, byteOffset, length);
}

async function engineOf(name: string) {
  const known = ENGINES[name];
  if (!known) throw new Error(`bench: there is no engine "${name}"`);
  return known.load();
}

/** What is still held after everything that can go has gone: objects, and bytes outside of them. */
function used(): number {
  for (let turn = 0; turn < 3; turn++) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
