import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRights } from './read-rights.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waypost-rights-'));
  mkdirSync(join(folder, 'xa'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const problems = () => readRights(folder).problems.map(({ file, field }) => `${file}: ${field}`);

describe('reading the rights pages', () => {
  it('says that there are no treaties, and nothing where a directory has no rights at all', () => {
    expect(problems()).toEqual(['treaties.json: (file)']);
    expect(readRights(join(folder, 'nowhere')).problems).toEqual([]);
  });

  it('names every problem with its file and its field, and keeps no page that has one', () => {
    writeFileSync(join(folder, 'treaties.json'), '{}');
    writeFileSync(join(folder, 'xa', 'under-18.en.json'), '{"id": ');
    writeFileSync(join(folder, 'xa', 'images-taken-down.en.json'), '{"id": "xa-images-taken-down"}');
    writeFileSync(join(folder, 'README.md'), 'not a page');
    const found = problems();
    expect(found).toContain('xa/under-18.en.json: (file)');
    expect(found).toContain('xa/images-taken-down.en.json: statements');
    expect(found).toContain('treaties.json: countries');
    expect(found.filter((one) => one.startsWith('README'))).toEqual([]);
    expect(readRights(folder).rights).toEqual({ pages: [], treaties: null });
  });
});
