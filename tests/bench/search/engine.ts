import type { ShownListing } from '../../../src/core/shown-listing.ts';
import type { Question, Reply } from './question.ts';

/** Something that finds services: the project's engine, or another with what a team would write on top of it. */
export interface Engine {
  /** Loads what it needs but data; never timed, as the loading of its script is not. */
  prepare?(): Promise<void>;
  /** Writes the file into a database, where there is one to be opened afterwards. */
  install?(bytes: Uint8Array): Promise<void>;
  /** The file that a phone would download. */
  build(listings: readonly ShownListing[]): Uint8Array | Promise<Uint8Array>;
  open(bytes: Uint8Array): Opened | Promise<Opened>;
}

export interface Opened {
  ask(question: Question): Reply | Promise<Reply>;
  close?(): void | Promise<void>;
}

export function toBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

export function fromBytes<Value>(bytes: Uint8Array): Value {
  return JSON.parse(new TextDecoder().decode(bytes)) as Value;
}
