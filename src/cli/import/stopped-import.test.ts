import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseListing } from '../../core/schema.ts';
import { sampleTable } from '../sample-city/table.ts';
import { recognise } from './recognise.ts';
import { runImport } from './run-import.ts';
import { sourceFiles } from './source-files.ts';

const ROWS = 40;
const root = mkdtempSync(join(tmpdir(), 'stopped-'));
const target = { folder: join(root, 'review'), isDry: false };
afterAll(() => rmSync(root, { recursive: true, force: true }));
beforeAll(() => writeFileSync(join(root, 'made-up.csv'), [...sampleTable(ROWS, 1)].join('')));

async function importRows(options: { onRow?: () => void; signal?: AbortSignal }) {
  const source = await recognise((await sourceFiles(join(root, 'made-up.csv'))) ?? []);
  if (!source.ok) throw new Error(source.problem.reason);
  const settings = { source: 'made-up', largeTowns: new Set<string>() };
  const report = await runImport(source.value, settings, { target, ...options });
  if (!report.ok) throw new Error(report.problem.kind);
  return report.value;
}

describe('an import that somebody stops', () => {
  it('ends after the row at hand, with whole files and a ledger that knows them', async () => {
    const stop = new AbortController();
    let rows = 0;
    const onRow = () => {
      rows += 1;
      if (rows === 10) stop.abort();
    };
    const report = await importRows({ onRow, signal: stop.signal });
    expect(report).toMatchObject({ isStopped: true, rows: 10, listings: 10, gone: [] });
    const files = readdirSync(target.folder).filter((name) => name !== 'import.json');
    expect(files).toHaveLength(10);
    for (const name of files)
      expect(parseListing(JSON.parse(readFileSync(join(target.folder, name), 'utf8'))).ok, name).toBe(true);
  });

  it('goes on where it was when it is run again', async () => {
    const report = await importRows({});
    expect(report).toMatchObject({
      isStopped: false,
      rows: ROWS,
      fates: { same: 10, new: ROWS - 10, changed: 0, 'edited-here': 0 },
    });
  });
});
