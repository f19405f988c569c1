import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { GENERATE, jsonFilesIn, MERGED_SCHEMAS, mergedSchemas } from './generate.ts';

const RUN = `data/profile/schema is not what the patches give: run "${GENERATE}"`;

it('the published schemas are what the patches give', () => {
  const merged = mergedSchemas();
  expect(jsonFilesIn(MERGED_SCHEMAS), RUN).toEqual([...merged.keys()]);
  for (const [name, text] of merged)
    expect(readFileSync(join(MERGED_SCHEMAS, name), 'utf8') === text, `${name}: ${RUN}`).toBe(true);
});
