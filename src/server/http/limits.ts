import { createHmac, randomBytes } from 'node:crypto';
import type { LimitName } from './route.ts';

interface Limit {
  readonly most: number;
  readonly everyMs: number;
}

const MINUTE = 60_000;
const LIMITS: Readonly<Record<LimitName, Limit>> = {
  'sign-in': { most: 20, everyMs: 10 * MINUTE },
  enrol: { most: 20, everyMs: 60 * MINUTE },
  provider: { most: 30, everyMs: 60 * MINUTE },
  draft: { most: 300, everyMs: MINUTE },
  export: { most: 30, everyMs: 60 * MINUTE },
  read: { most: 1200, everyMs: MINUTE },
};
const KEY_LIVES_MS = 24 * 60 * MINUTE;
/** About ten megabytes. Whoever has more addresses than that is held up by no limit that counts by address. */
const MOST_WINDOWS = 100_000;

/** How often each way in was used from one address. In memory, by a key that nobody knows and that is gone the next day (NW-11). */
export class Limits {
  #key = randomBytes(32);
  #keyFrom: number;
  #windows = new Map<string, { from: number; count: number }>();

  constructor(now: Date) {
    this.#keyFrom = now.getTime();
  }

  /** Seconds to wait, or 0 where it may go on. */
  count(name: LimitName, address: string, now: Date): number {
    const time = now.getTime();
    if (time - this.#keyFrom > KEY_LIVES_MS) this.#forget(time);
    const { most, everyMs } = LIMITS[name];
    const who = `${name} ${createHmac('sha256', this.#key).update(address).digest('base64')}`;
    const window = this.#windows.get(who);
    if (!window || time - window.from >= everyMs) {
      // Put last, as the newest: the first is always the one that began longest ago.
      this.#windows.delete(who);
      this.#windows.set(who, { from: time, count: 1 });
      this.#dropOldest();
      return 0;
    }
    window.count += 1;
    return window.count > most ? Math.ceil((window.from + everyMs - time) / 1000) : 0;
  }

  /** How many windows are kept. */
  get size(): number {
    return this.#windows.size;
  }

  #dropOldest(): void {
    const [oldest] = this.#windows.keys();
    if (this.#windows.size > MOST_WINDOWS && oldest !== undefined) this.#windows.delete(oldest);
  }

  #forget(time: number): void {
    this.#key = randomBytes(32);
    this.#keyFrom = time;
    this.#windows.clear();
  }
}
