/** What became of a value: left out, mended, or waiting for a person; `refused`: the whole row. */
export type Outcome = 'refused' | 'dropped' | 'repaired' | 'left';

export interface TallyLine {
  readonly outcome: Outcome;
  /** Says why, never what: a value may be a secret. */
  readonly reason: string;
  readonly count: number;
  readonly rows: readonly number[];
}

export type Note = (outcome: Outcome, reason: string) => void;

const ROWS_NAMED = 20;

/** Counts by reason, with the first rows of each. It has no way to hold a value. */
export class Tally {
  readonly #lines = new Map<string, { outcome: Outcome; reason: string; count: number; rows: number[] }>();

  add(outcome: Outcome, reason: string, row: number): void {
    const key = `${outcome} ${reason}`;
    const line = this.#lines.get(key) ?? { outcome, reason, count: 0, rows: [] };
    line.count += 1;
    if (line.rows.length < ROWS_NAMED && line.rows.at(-1) !== row) line.rows.push(row);
    this.#lines.set(key, line);
  }

  /** For one row. */
  at(row: number): Note {
    return (outcome, reason) => this.add(outcome, reason, row);
  }

  lines(): TallyLine[] {
    return [...this.#lines.values()];
  }
}
