import type { TFunction } from 'i18next';
import { NEED_GROUPS, needsIn } from '../core/taxonomy.ts';
import { useTranslation } from '../page/translation.tsx';
import type { FilterKind, Query } from '../search/query.ts';

/** One filter in force, with its words and the question as it would be without it. */
export interface ActiveFilter {
  readonly key: string;
  readonly kind: FilterKind | 'text' | 'status';
  readonly label: string;
  readonly without: Query;
}

export function useActiveFilters(query: Query): readonly ActiveFilter[] {
  const { t } = useTranslation('find');
  const { t: needs } = useTranslation('needs');
  const { t: languages } = useTranslation('languages');
  return activeFilters(query, { t, needs, languages });
}

interface FilterWords {
  readonly t: TFunction<'find'>;
  readonly needs: TFunction<'needs'>;
  readonly languages: TFunction<'languages'>;
}

/** The filters in force, in the order in which a person reads them. */
export function activeFilters(query: Query, words: FilterWords): ActiveFilter[] {
  const { t, needs, languages } = words;
  const active: ActiveFilter[] = [];
  const add = (kind: ActiveFilter['kind'], value: string, label: string, change: Partial<Query>) =>
    active.push({ key: `${kind} ${value}`, kind, label, without: { ...query, ...change } });

  if (query.isStatusSafe) add('status', '', t('filters.statusSafe'), { isStatusSafe: false });
  if (query.text.trim())
    add('text', '', t('filters.text', { text: query.text.trim() }), { text: '', textNeeds: [] });
  addNeeds(query, needs, add);
  const lists = [
    [
      'situations',
      query.situations,
      (value: string) => needs(`situations.${value}` as 'situations.stalking'),
    ],
    [
      'languages',
      query.languages,
      (value: string) => languages(`names.${value}` as 'names.en', { defaultValue: value }),
    ],
    [
      'languageModes',
      query.languageModes,
      (value: string) => t(`filters.mode.${value}` as 'filters.mode.staff'),
    ],
    [
      'barriers',
      query.barriers,
      (value: string) =>
        t('filters.leavesOut', { barrier: t(`filters.barrier.${value}` as 'filters.barrier.id') }),
    ],
    ['groups', query.groups, (value: string) => needs(`served.${value}` as 'served.women')],
    ['features', query.features, (value: string) => needs(`features.${value}` as 'features.step-free')],
  ] as const;
  for (const [kind, values, labelOf] of lists) {
    for (const value of values)
      add(kind, value, labelOf(value), {
        [kind]: (values as readonly string[]).filter((one) => one !== value),
      });
  }
  for (const kind of ['isOpenNow', 'isRemote', 'isFree'] as const)
    if (query[kind]) add(kind, '', t(`filters.${kind}`), { [kind]: false });
  return active;
}

/** A whole group of needs is one filter to the person who tapped its tile. */
function addNeeds(
  query: Query,
  needs: TFunction<'needs'>,
  add: (kind: 'needs', value: string, label: string, change: Partial<Query>) => void,
): void {
  for (const group of NEED_GROUPS) {
    const all = needsIn(group);
    const chosen = all.filter((need) => query.needs.includes(need));
    const without = (gone: readonly string[]) => ({
      needs: query.needs.filter((need) => !gone.includes(need)),
    });
    if (chosen.length === all.length) add('needs', group, needs(`groups.${group}`), without(all));
    else for (const need of chosen) add('needs', need, needs(`needs.${need}.label`), without([need]));
  }
}
