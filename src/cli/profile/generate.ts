import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Json, mergePatch } from './merge-patch.ts';

// Run by hand after a patch was changed: `npx tsx src/cli/profile/generate.ts`. A test says when that was forgotten.

export const PROFILE = 'data/profile';
/** As Open Referral publishes them. */
export const CORE_SCHEMAS = join(PROFILE, 'hsds');
/** The same with our patches applied. */
export const MERGED_SCHEMAS = join(PROFILE, 'schema');
export const GENERATE = 'npx tsx src/cli/profile/generate.ts';

// Describes the web interface, not the data; it names schemas elsewhere by their address.
const NOT_A_SCHEMA = 'openapi.json';

/** The text of every merged schema, by file name: a core schema that no patch changes is there as it is. */
export function mergedSchemas(): ReadonlyMap<string, string> {
  const patches = jsonFilesIn(PROFILE);
  const core = jsonFilesIn(CORE_SCHEMAS).filter((name) => name !== NOT_A_SCHEMA);
  const stray = patches.find((name) => !core.includes(name));
  if (stray) throw new Error(`profile: ${stray} changes no schema of HSDS: give it the name of one`);
  return new Map(
    core.map((name) => {
      const schema = readSchema(join(CORE_SCHEMAS, name));
      const merged = patches.includes(name) ? mergePatch(schema, readSchema(join(PROFILE, name))) : schema;
      return [name, `${JSON.stringify(merged, null, 2)}\n`];
    }),
  );
}

export function jsonFilesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
}

function readSchema(path: string): Json {
  return JSON.parse(readFileSync(path, 'utf8')) as Json;
}

if (import.meta.filename === process.argv[1]) {
  mkdirSync(MERGED_SCHEMAS, { recursive: true });
  for (const [name, text] of mergedSchemas()) writeFileSync(join(MERGED_SCHEMAS, name), text);
}
