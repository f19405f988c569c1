import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CORE_SCHEMAS } from '../profile/generate.ts';
import { hsdsValidator } from './validator.ts';

const FIXTURES = 'tests/fixtures/hsds';
const core = hsdsValidator(CORE_SCHEMAS);
const uk = hsdsValidator(`${FIXTURES}/uk`);

function read(path: string): Page & Record<string, unknown> {
  return JSON.parse(readFileSync(`${FIXTURES}/${path}`, 'utf8'));
}
interface Page {
  readonly contents: readonly Record<string, unknown>[];
}

describe('the official examples of HSDS 3.1', () => {
  it.each([
    ['service', 'service_full'],
    ['organization', 'organization_full'],
    ['service_at_location', 'service_at_location_full'],
    ['location', 'location'],
    ['taxonomy', 'taxonomy'],
    ['taxonomy_term', 'taxonomy_term'],
  ])('a %s is valid: %s', (schema, example) => {
    expect(core(schema, read(`examples/${example}.json`))).toEqual([]);
  });

  it.each([
    ['service', 'service_list'],
    ['organization', 'organization_list'],
    ['service_at_location', 'service_at_location_list'],
    ['taxonomy', 'taxonomy_list'],
    ['taxonomy_term', 'taxonomy_term_list'],
  ])('every %s of a page is valid: %s', (schema, example) => {
    const { contents } = read(`examples/${example}.json`);
    expect(contents.length).toBeGreaterThan(0);
    expect(contents.flatMap((one) => core(schema, one))).toEqual([]);
  });

  it('is refused once a required field, a format or a word of a list is broken', () => {
    const service = read('examples/service_full.json');
    expect(core('service', { ...service, name: undefined })).toMatchObject([{ path: '' }]);
    expect(core('service', { ...service, status: 'open' })).toMatchObject([{ path: '/status' }]);
    expect(core('service', { ...service, phones: [{ id: 'x', number: '1' }] })).toMatchObject([
      { path: '/phones/0/id' },
    ]);
  });
});

describe('the answers of the UK validator', () => {
  it.each(['Default', 'Test', 'Warn'])('%s is valid', (mock) => {
    expect(uk('service', read(`mocks/${mock}/service_full.json`))).toEqual([]);
  });

  it('Fail is refused for its two errors: an address that is no URI, a mail that is none', () => {
    expect(uk('service', read('mocks/Fail/service_full.json'))).toMatchObject([
      { path: '/url', reason: expect.stringContaining('uri') },
      { path: '/email', reason: expect.stringContaining('email') },
    ]);
  });
});
