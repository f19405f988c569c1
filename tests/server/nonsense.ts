import { randomUUID } from 'node:crypto';
import type * as v from 'valibot';

/** The same for the same seed, so that a request that was too much can be sent again. */
export interface Chance {
  readonly is: (probability: number) => boolean;
  readonly below: (most: number) => number;
  readonly oneOf: <Value>(values: readonly Value[]) => Value;
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  // Mulberry32 (Tommy Ettinger, public domain).
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most: number) => Math.floor(next() * most);
  return {
    is: (probability) => next() < probability,
    below,
    oneOf: (values) => values[below(values.length)] as (typeof values)[number],
  };
}

const WORDS = [
  '',
  ' ',
  'en',
  'hours',
  'channels.phone:+442079460000',
  'translations.ar',
  '2026-12-01',
  '2026-13-45',
  '0000-00-00',
  '2026-12-01T09:00:00.000Z',
  '-1',
  '1e999',
  'null',
  '\u0000',
  '\ud800',
  '\u202e',
  '🙂',
  "'; drop table log; --",
  '$1',
  '%',
  '\\',
  '../../etc',
  '__proto__',
  'constructor',
  'toString',
  'x'.repeat(5000),
  '+442079460000',
  'https://example.org',
  'a'.repeat(64),
  'A'.repeat(43),
  'abcdefghjkmn',
];
const NUMBERS = [0, -0, 1, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, 5e-324];

/** Any value of JSON, the odd ones above all. */
export function nonsense(chance: Chance, depth: number): unknown {
  const kind = chance.below(depth > 3 ? 4 : 7);
  if (kind === 0) return chance.oneOf([null, true, false]);
  if (kind === 1) return chance.oneOf(NUMBERS);
  if (kind === 2) return chance.is(0.3) ? randomUUID() : chance.oneOf(WORDS);
  if (kind === 3) return chance.oneOf(WORDS) + chance.oneOf(WORDS);
  const size = chance.is(0.02) ? 600 : chance.below(4);
  const items = Array.from({ length: size }, () => nonsense(chance, depth + 1));
  return kind === 4
    ? items
    : Object.fromEntries(items.map((item, index) => [chance.oneOf(WORDS).slice(0, 50) || `k${index}`, item]));
}

interface Described {
  readonly type: string;
  readonly entries?: Readonly<Record<string, v.GenericSchema>>;
  readonly item?: v.GenericSchema;
  readonly wrapped?: v.GenericSchema;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly value?: v.GenericSchema;
  readonly key?: v.GenericSchema;
  readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[];
}

/** Mostly what a schema asks for, here and there something else: it gets past the door, and is wrong behind it. */
export function like(schema: v.GenericSchema, chance: Chance): unknown {
  if (chance.is(0.06)) return nonsense(chance, 1);
  const one = schema as unknown as Described;
  switch (one.type) {
    case 'strict_object':
    case 'loose_object':
    case 'object':
      return likeObject(one, chance);
    case 'array':
      return one.item ? many(chance, one.item) : [];
    case 'record':
      return { [chance.oneOf(WORDS).slice(0, 50) || 'k']: one.value ? like(one.value, chance) : 1 };
    case 'optional':
    case 'nullable':
    case 'nullish':
      if (chance.is(0.3)) return one.type === 'optional' ? undefined : null;
      return one.wrapped ? like(one.wrapped, chance) : null;
    case 'picklist':
      return chance.oneOf(one.options ?? []);
    case 'union':
    case 'variant':
      return like(chance.oneOf((one.options ?? []) as v.GenericSchema[]), chance);
    case 'literal':
      return one.literal;
    case 'boolean':
      return chance.is(0.5);
    case 'number':
      return chance.is(0.6) ? chance.below(5) : chance.oneOf(NUMBERS);
    case 'string':
      return likeString(one, chance);
    default:
      return nonsense(chance, 2);
  }
}

function likeObject({ entries = {} }: Described, chance: Chance): object {
  return Object.fromEntries(
    Object.entries(entries).flatMap(([name, entry]) => {
      const value = like(entry, chance);
      return value === undefined || chance.is(0.01) ? [] : [[name, value]];
    }),
  );
}

function many(chance: Chance, item: v.GenericSchema): unknown[] {
  return Array.from({ length: chance.is(0.01) ? 500 : chance.below(4) }, () => like(item, chance));
}

/** A word that the pattern of the schema takes, where one of ours is. */
function likeString({ pipe = [] }: Described, chance: Chance): string {
  const patterns = pipe.flatMap(({ requirement }) => (requirement instanceof RegExp ? [requirement] : []));
  const isUuid = pipe.some(({ type }) => type === 'uuid');
  if (isUuid) return randomUUID();
  const fitting = [randomUUID(), 'Plain words', ...WORDS].filter((word) =>
    patterns.every((one) => one.test(word)),
  );
  return fitting.length > 0 && chance.is(0.9) ? chance.oneOf(fitting) : chance.oneOf(WORDS);
}
