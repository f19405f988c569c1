import { describe, expect, it } from 'vitest';
import { succeed } from '../../../../core/result.ts';
import type { DirectoryClient } from '../../../../page/directory-client.ts';
import { EMPTY_QUERY } from '../../../../search/query.ts';
import type { Directory } from '../../../../store/messages.ts';
import { findIn, scopesOf } from './find-in.ts';

const DIRECTORY = {
  regions: [
    { id: 'gb', kind: 'region', country: 'GB' },
    { id: 'leeds', kind: 'region', country: 'GB' },
    { id: 'ke', kind: 'region', country: 'KE' },
    { id: 'sample', kind: 'sample', country: 'GB' },
  ],
} as unknown as Directory;

const QUESTION = { kind: 'search', query: EMPTY_QUERY, moment: { instant: 0, limit: 10 } } as const;

/** A worker whose lists have these services, of which it tells at most `limit`. */
function workerWith(lists: Readonly<Record<string, readonly string[]>>, limit = 10) {
  const ask = async (request: {
    kind: string;
    scope?: { region: string | null };
    ids?: readonly string[];
  }) => {
    if (request.kind === 'listings') return succeed(request.ids?.map((id) => ({ id })));
    const ids = lists[request.scope?.region ?? 'national'] ?? [];
    return succeed({ all: { total: ids.length, hits: ids.slice(0, limit).map((id) => ({ id })) } });
  };
  return { ask } as unknown as Pick<DirectoryClient, 'ask'>;
}

describe('C14 several lists at once', () => {
  it('are asked in the order of the directory, and each country once for its national lines', () => {
    expect(scopesOf(['ke', 'leeds', 'gb'], DIRECTORY)).toEqual([
      { region: 'gb', national: [] },
      { region: 'leeds', national: [] },
      { region: 'ke', national: [] },
      { region: null, national: ['GB', 'KE'] },
    ]);
  });

  it('C15 never a real one beside the made-up city, and no real line beside it', () => {
    expect(scopesOf(['sample'], DIRECTORY)).toEqual([{ region: 'sample', national: [] }]);
    expect(scopesOf(['sample', 'ke'], DIRECTORY)).toEqual([
      { region: 'ke', national: [] },
      { region: null, national: ['KE'] },
    ]);
  });

  it('give one answer: a service of two lists is there once, and says where from', async () => {
    const client = workerWith({ gb: ['a', 'b'], ke: ['c', 'a'], national: ['n'] });
    const found = await findIn(client, DIRECTORY, { ...QUESTION, scopes: scopesOf(['gb', 'ke'], DIRECTORY) });
    if (!found.ok) throw new Error('no answer');
    expect(found.value.candidates.map(({ listing, order }) => [listing.id, order])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 0],
      ['n', 0],
    ]);
    expect(found.value.isWhole).toBe(true);
    expect([...found.value.regionOf]).toEqual([
      ['a', 'gb'],
      ['b', 'gb'],
      ['c', 'ke'],
      ['n', null],
    ]);
  });

  it('are a part where any of them told only a part', async () => {
    const client = workerWith({ gb: ['a', 'b', 'c'], ke: ['d'] }, 2);
    const found = await findIn(client, DIRECTORY, { ...QUESTION, scopes: scopesOf(['gb', 'ke'], DIRECTORY) });
    expect(found.ok && found.value.isWhole).toBe(false);
  });
});
