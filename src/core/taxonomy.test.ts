import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  FEATURES,
  GROUPS,
  groupOf,
  IMMIGRATION_STATUSES,
  NEED_GROUPS,
  NEEDS,
  needsIn,
  SITUATIONS,
} from './taxonomy.ts';

describe('the taxonomy', () => {
  it('has 10 groups, 40 needs, 12 situations and 12 groups of people, each once', () => {
    const lists = [NEED_GROUPS, NEEDS, SITUATIONS, GROUPS];
    expect(lists.map((list) => list.length)).toEqual([10, 40, 12, 12]);
    for (const list of [...lists, IMMIGRATION_STATUSES, FEATURES])
      expect(new Set<string>(list).size).toBe(list.length);
  });

  it('puts every need into one group, and something into every group', () => {
    expect(NEED_GROUPS.flatMap(needsIn)).toEqual([...NEEDS]);
    for (const group of NEED_GROUPS) expect(needsIn(group).length).toBeGreaterThan(1);
    for (const need of NEEDS) expect(NEED_GROUPS).toContain(groupOf(need));
    expect(needsIn('child')).toEqual(['child.protection', 'child.young-person']);
  });

  it('has words for everything that can be chosen', () => {
    const file = new URL('../../locales/en/needs.json', import.meta.url);
    const words = JSON.parse(readFileSync(file, 'utf8')) as Record<string, object>;
    const named = {
      groups: NEED_GROUPS,
      needs: NEEDS,
      situations: SITUATIONS,
      served: GROUPS,
      features: FEATURES,
    };
    for (const [area, ids] of Object.entries(named))
      expect(Object.keys(words[area] ?? {})).toEqual(expect.arrayContaining([...ids]));
  });
});
