/** Where progress is told: standard error, so that what is printed for machines stays whole. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface ProgressOptions {
  readonly stream: ProgressStream;
  /** Milliseconds that only rise. */
  readonly now: () => number;
}

// On a terminal the line is written over; in a log each stays, so there are few.
const TERMINAL_MS = 200;
const LOG_MS = 5_000;
// Asking the clock for every listing would take longer than some checks do.
const STEPS_BETWEEN = 64;

/** Says how far long work has come, with a line of its own. Short work says nothing. */
export class Progress {
  readonly #stream: ProgressStream;
  readonly #now: () => number;
  readonly #every: number;
  #said: number;
  #isLineOpen = false;
  /** Of each work, as regions are read and validated in turn. */
  readonly #done = new Map<string, number>();

  constructor({ stream, now }: ProgressOptions = { stream: process.stderr, now: () => performance.now() }) {
    this.#stream = stream;
    this.#now = now;
    this.#every = stream.isTTY ? TERMINAL_MS : LOG_MS;
    this.#said = now();
  }

  /** One listing more, or one of something else, of the work that is named. */
  step(what: string, unit = 'listings'): void {
    const done = (this.#done.get(what) ?? 0) + 1;
    this.#done.set(what, done);
    if (done % STEPS_BETWEEN === 0) this.#sayWhenDue(`${what}: ${done} ${unit}`);
  }

  /** Ends the line, so that what is printed next stands on its own. */
  end(): void {
    if (this.#isLineOpen) this.#stream.write('\r\u001b[K');
    this.#isLineOpen = false;
  }

  #sayWhenDue(line: string): void {
    const now = this.#now();
    if (now - this.#said < this.#every) return;
    this.#said = now;
    this.#isLineOpen = this.#stream.isTTY === true;
    this.#stream.write(this.#isLineOpen ? `\r\u001b[K${line}` : `${line}\n`);
  }
}
