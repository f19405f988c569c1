import type { ParseArgsConfig } from 'node:util';

/** Good; the input has problems, each printed with its place; wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** What was written after a command's name, already read by its own options. */
export interface Given {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  /** `--json`: for machines. */
  readonly isJson: boolean;
}

export interface Command {
  readonly name: string;
  /** One line, for the list of all commands. */
  readonly summary: string;
  /** What may follow the name, as in `FILE [--dry-run]`. */
  readonly usage?: string;
  /** Beside `--json` and `--help`, which every command takes. */
  readonly options?: NonNullable<ParseArgsConfig['options']>;
  run(given: Given): Promise<ExitCode>;
}

/** Words after a command that it does not understand; its usage is printed with what was wrong. */
export class UsageError extends Error {}
