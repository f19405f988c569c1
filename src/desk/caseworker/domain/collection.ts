import type { ExportedFile } from '../../../core/export/exported-file.ts';

// A list of services that a team uses again and again. It has no client in it, and no service either: whoever opens it
// sees what their own lists say of these ids.

const TYPE = 'list';
const VERSION = 1;
const MOST_SERVICES = 1000;
const LONGEST_NAME = 80;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface Collection {
  readonly name: string;
  readonly ids: readonly string[];
}

/** Under a file name that says nothing; the worker's own name for it is inside. */
export function collectionFile({ name, ids }: Collection): ExportedFile {
  const whole = { type: TYPE, version: VERSION, name: name.trim().slice(0, LONGEST_NAME), ids };
  return { path: 'list.json', text: `${JSON.stringify(whole, null, 1)}\n` };
}

/** Null where it is something else; of a collection, name and ids and nothing else that may stand in the file. */
export function readCollection(value: unknown): Collection | 'too-new' | null {
  if (typeof value !== 'object' || value === null) return null;
  const { type, version, name, ids } = value as Readonly<Record<string, unknown>>;
  if (type !== TYPE || typeof version !== 'number' || !Array.isArray(ids)) return null;
  if (version > VERSION) return 'too-new';
  const known = ids.filter((id): id is string => typeof id === 'string' && ID.test(id));
  return {
    name: typeof name === 'string' ? name.slice(0, LONGEST_NAME) : '',
    ids: [...new Set(known)].slice(0, MOST_SERVICES),
  };
}
