import type { Engine, Opened } from './engine.ts';
import { CLASSES, type QueryClass, replyText } from './question.ts';
import { type Questions, withStatus } from './questions.ts';

/** Which questions: a class, and whether the status filter is on. */
export interface Turn {
  readonly kind: QueryClass;
  readonly isStatusSafe: boolean;
  /** A question that begins after so many milliseconds of the turn is left out: some engines would take hours. */
  readonly mostMs: number;
}

/** One engine under measurement, the same in a process of Node, in a worker and in a page. */
export class Rig {
  readonly #engine: Engine;
  readonly #bytes: () => Promise<Uint8Array>;
  readonly #questions: Questions;
  #opened: Opened | null = null;

  constructor(engine: Engine, bytes: () => Promise<Uint8Array>, questions: Questions) {
    this.#engine = engine;
    this.#bytes = bytes;
    this.#questions = questions;
  }

  /** Milliseconds to write it into a database; null for those that have none. */
  async install(): Promise<number | null> {
    await this.#engine.prepare?.();
    if (!this.#engine.install) return null;
    const bytes = await this.#bytes();
    const since = performance.now();
    await this.#engine.install(bytes);
    return performance.now() - since;
  }

  /** Milliseconds from the file's bytes in memory to ready; and to the first answer by words, as some put off the work. */
  async open(): Promise<{ open: number; first: number }> {
    await this.#opened?.close?.();
    this.#opened = null;
    const bytes = await this.#bytes();
    const since = performance.now();
    this.#opened = await this.#engine.open(bytes);
    const open = performance.now() - since;
    const [question] = this.#questions.x;
    if (question) await this.#opened.ask(question);
    return { open, first: performance.now() - since };
  }

  /** A question of each class, so that what is made on the way is there when the memory is looked at. */
  async touch(): Promise<void> {
    for (const kind of CLASSES) {
      const [question] = this.#questions[kind];
      if (!question) continue;
      await this.#ready.ask(question);
      await this.#ready.ask(withStatus(question));
    }
  }

  async answers(turn: Turn): Promise<string[]> {
    const answers: string[] = [];
    await this.#each(turn, async (ask) => {
      answers.push(replyText(await ask()));
    });
    return answers;
  }

  /** Milliseconds of each question. */
  async times(turn: Turn): Promise<number[]> {
    const times: number[] = [];
    await this.#each(turn, async (ask) => {
      const since = performance.now();
      await ask();
      times.push(performance.now() - since);
    });
    return times;
  }

  async #each(
    { kind, isStatusSafe, mostMs }: Turn,
    take: (ask: () => ReturnType<Opened['ask']>) => Promise<void>,
  ): Promise<void> {
    const until = performance.now() + mostMs;
    for (const plain of this.#questions[kind]) {
      if (performance.now() > until) return;
      const question = isStatusSafe ? withStatus(plain) : plain;
      await take(() => this.#ready.ask(question));
    }
  }

  get #ready(): Opened {
    if (!this.#opened) throw new Error('bench: nothing is open');
    return this.#opened;
  }
}
