import { type Duplex, pipeline, Readable } from 'node:stream';
import parser from 'stream-json';
import pick from 'stream-json/filters/pick.js';
import streamArray from 'stream-json/streamers/stream-array.js';
import type { Tally } from './tally.ts';

export interface JsonRow {
  /** The how-manieth, from 1. */
  readonly row: number;
  readonly value: unknown;
}

/** The values of an array, one by one: the file's own, or the one under a name at its top. */
export async function* jsonRows(text: AsyncIterable<string>, name?: string): AsyncGenerator<JsonRow> {
  const picked: Duplex[] = name ? [pick.asStream({ filter: name })] : [];
  const steps = [Readable.from(text), parser(), ...picked, streamArray.asStream()];
  const items = pipeline(steps as [Readable, Duplex], () => undefined) as unknown as AsyncIterable<{
    value: unknown;
  }>;
  let row = 0;
  for await (const { value } of items) {
    row += 1;
    yield { row, value };
  }
}

/** The values of a file with one on each line. A line that is none is refused, and not repeated in a message. */
export async function* lineRows(text: AsyncIterable<string>, tally: Tally): AsyncGenerator<JsonRow> {
  let row = 0;
  for await (const line of linesOf(text)) {
    row += 1;
    if (line.trim() === '') continue;
    const value = parsed(line);
    if (value === undefined) tally.add('refused', 'a line that is not JSON', row);
    else yield { row, value };
  }
}

async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of text) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest;
}

/** Undefined instead of an error, whose message would quote the text. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
