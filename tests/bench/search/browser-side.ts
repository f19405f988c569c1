import { ENGINES } from './engines.ts';
import type { Questions } from './questions.ts';
import { Rig, type Turn } from './rig.ts';
import { type Order, obey } from './station.ts';

// What a page or a worker of the bench does when it is told to. The host gives the files under /file/.

export interface BrowserJob {
  readonly engine: string;
  readonly file: string;
  readonly questions: Questions;
}

export interface BrowserOrder {
  readonly order: Order;
  readonly turn?: Turn;
}

let rig: Rig | null = null;

export async function start({ engine: name, file, questions }: BrowserJob): Promise<void> {
  const known = ENGINES[name];
  if (!known) throw new Error(`bench: there is no engine "${name}"`);
  const bytes = async () => new Uint8Array(await (await fetch(file)).arrayBuffer());
  rig = new Rig(await known.load(), bytes, questions);
}

export async function act({ order, turn }: BrowserOrder): Promise<unknown> {
  const running = rig;
  if (!running) throw new Error('bench: nothing was started');
  const station = {
    install: () => running.install(),
    open: () => running.open(),
    touch: () => running.touch(),
    answers: (one: Turn) => running.answers(one),
    times: (one: Turn) => running.times(one),
    // The browser tells it to the page alone.
    memory: async () => null,
  };
  return obey(station, order, turn);
}
