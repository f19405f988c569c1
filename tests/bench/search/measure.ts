import { type Percentiles, percentilesOf } from './percentiles.ts';
import { CLASSES, type QueryClass } from './question.ts';
import type { Turn } from './rig.ts';
import type { Station } from './station.ts';

/** Of one class of questions, with the status filter off or on. */
export interface Asked {
  readonly kind: QueryClass;
  readonly isStatusSafe: boolean;
  readonly times: Percentiles;
  /** How many of its answers were those of the scan, and of how many. */
  readonly exact: number;
  readonly of: number;
}

export interface Measured {
  readonly engine: string;
  /** Why there are no figures. */
  readonly problem?: string;
  readonly install?: number | null;
  readonly open?: Percentiles;
  readonly first?: Percentiles;
  readonly memory?: number | null;
  readonly asked?: readonly Asked[];
}

export interface Effort {
  /** How often each question is asked and timed. */
  readonly rounds: number;
  readonly opens: number;
  /** No engine is asked one class for longer, in milliseconds. */
  readonly mostMs: number;
}

export interface Work {
  readonly effort: Effort;
  /** The right answers, by class and status filter. */
  readonly right: Map<string, readonly string[]>;
}

type Stations = ReadonlyMap<string, () => Promise<Station>>;

const RIGHT = 'scan';

/**
 * Measures engines side by side: each does a little in turn, in another order each time, so that a noisy minute of the
 * machine is everybody's. `right` are the scan's answers, which are found where they are not known yet.
 */
export async function measure(makers: Stations, work: Work): Promise<Measured[]> {
  const { effort } = work;
  const runs = [...makers].map(([engine, make]) => new OneRun(engine, make));
  try {
    await inTurn(runs, 0, (run) => run.begin());
    for (let round = 1; round < effort.opens; round++) await inTurn(runs, round, (run) => run.open());
    for (const kind of CLASSES)
      for (const isStatusSafe of [false, true]) await askAll(runs, { kind, isStatusSafe }, work);
  } finally {
    for (const run of runs) await run.close();
  }
  return runs.map((run) => run.measured);
}

async function askAll(
  runs: readonly OneRun[],
  asked: Pick<Turn, 'kind' | 'isStatusSafe'>,
  { effort, right }: Work,
): Promise<void> {
  const turn = { ...asked, mostMs: effort.mostMs };
  const key = `${asked.kind} ${asked.isStatusSafe}`;
  if (!right.has(key)) {
    const first = runs.find(({ engine }) => engine === RIGHT);
    right.set(key, (await first?.answers({ ...turn, mostMs: Number.POSITIVE_INFINITY })) ?? []);
  }
  for (const run of runs) await run.compare(turn, right.get(key) ?? []);
  for (let round = 0; round < effort.rounds; round++) await inTurn(runs, round, (run) => run.time(turn));
  for (const run of runs) run.note(asked);
}

async function inTurn(
  runs: readonly OneRun[],
  round: number,
  act: (run: OneRun) => Promise<void>,
): Promise<void> {
  const begin = round % Math.max(1, runs.length);
  for (const run of [...runs.slice(begin), ...runs.slice(0, begin)]) await act(run);
}

/** One engine and what came of it; after its first failure it is left alone. */
class OneRun {
  readonly engine: string;
  readonly #make: () => Promise<Station>;
  #station: Station | null = null;
  #problem: string | null = null;
  #install: number | null = null;
  #memory: number | null = null;
  readonly #opens: number[] = [];
  readonly #firsts: number[] = [];
  readonly #asked: Asked[] = [];
  #times: number[] = [];
  #exact = { exact: 0, of: 0 };

  constructor(engine: string, make: () => Promise<Station>) {
    this.engine = engine;
    this.#make = make;
  }

  begin(): Promise<void> {
    return this.#try(async () => {
      const station = await this.#make();
      this.#station = station;
      this.#install = await station.install();
      await this.#open(station);
      await station.touch();
      this.#memory = await station.memory();
    });
  }

  open(): Promise<void> {
    return this.#try(() => this.#open(this.#running));
  }

  async #open(station: Station): Promise<void> {
    const { open, first } = await station.open();
    this.#opens.push(open);
    this.#firsts.push(first);
  }

  async answers(turn: Turn): Promise<string[] | undefined> {
    let answers: string[] | undefined;
    await this.#try(async () => {
      answers = await this.#running.answers(turn);
    });
    return answers;
  }

  /** Also warms it: nobody's first question is timed. */
  async compare(turn: Turn, right: readonly string[]): Promise<void> {
    this.#times = [];
    const answers = (await this.answers(turn)) ?? [];
    const comparable = answers.slice(0, right.length);
    this.#exact = {
      exact: comparable.filter((answer, place) => answer === right[place]).length,
      of: comparable.length,
    };
  }

  time(turn: Turn): Promise<void> {
    return this.#try(async () => {
      const left = turn.mostMs - this.#times.reduce((sum, one) => sum + one, 0);
      if (left > 0) this.#times.push(...(await this.#running.times({ ...turn, mostMs: left })));
    });
  }

  note({ kind, isStatusSafe }: Pick<Turn, 'kind' | 'isStatusSafe'>): void {
    if (this.#times.length > 0)
      this.#asked.push({ kind, isStatusSafe, times: percentilesOf(this.#times), ...this.#exact });
  }

  async close(): Promise<void> {
    await this.#station?.close();
  }

  get measured(): Measured {
    const { engine } = this;
    if (this.#problem !== null) return { engine, problem: this.#problem };
    return {
      engine,
      install: this.#install,
      open: percentilesOf(this.#opens),
      first: percentilesOf(this.#firsts),
      memory: this.#memory,
      asked: this.#asked,
    };
  }

  get #running(): Station {
    if (!this.#station) throw new Error('it was not started');
    return this.#station;
  }

  async #try(act: () => Promise<void>): Promise<void> {
    if (this.#problem !== null) return;
    try {
      await act();
    } catch (error) {
      // A browser's error goes on with its whole log.
      const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
      this.#problem = first;
    }
  }
}
