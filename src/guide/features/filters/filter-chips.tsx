import { useTranslation } from '../../../page/translation.tsx';
import type { Answer, Count, Query } from '../../../search/query.ts';
import { ForeignText } from '../../../ui/foreign-text.tsx';
import { Icon } from '../../../ui/icons/icon.tsx';
import { useActiveFilters } from '../../active-filters.ts';
import { useGuide, useSession } from '../../context.tsx';
import { useCountWords } from '../../count-words.ts';

/** The filters asked for most, with what each would leave, and those in force, each of which can be taken off. */
export function FilterChips({ answer }: { readonly answer: Answer | null }) {
  const { t } = useTranslation('find');
  const { t: names } = useTranslation('languages');
  const { session } = useGuide();
  const { query, language } = useSession();
  const active = useActiveFilters(query).filter(
    ({ key }) => !QUICK.some((quick) => key.startsWith(`${quick} `)) && key !== `languages ${language}`,
  );
  const count = useCountWords();
  const change = (next: Partial<Query>) => session.set({ query: { ...query, ...next } });
  const speaksMine = query.languages.includes(language);
  const others = query.languages.filter((one) => one !== language);
  const filterCount =
    active.length +
    Number(query.isStatusSafe) +
    Number(query.isOpenNow) +
    Number(query.isRemote) +
    Number(speaksMine);
  const quick: readonly { label: string; isOn: boolean; found: Count | undefined; toggle: () => void }[] = [
    {
      label: names(`names.${language}` as 'names.en'),
      isOn: speaksMine,
      found: answer?.counts.languages?.[language],
      toggle: () => change({ languages: speaksMine ? others : [...others, language] }),
    },
    {
      label: t('filters.isOpenNow'),
      isOn: query.isOpenNow,
      found: answer?.counts.isOpenNow?.true,
      toggle: () => change({ isOpenNow: !query.isOpenNow }),
    },
    {
      label: t('filters.isRemote'),
      isOn: query.isRemote,
      found: answer?.counts.isRemote?.true,
      toggle: () => change({ isRemote: !query.isRemote }),
    },
  ];
  return (
    <div className="chips">
      <button
        type="button"
        className="chip chip-main"
        aria-pressed={query.isStatusSafe}
        onClick={() => change({ isStatusSafe: !query.isStatusSafe })}
      >
        <Icon name={query.isStatusSafe ? 'tick' : 'door'} />
        <span>{t('filters.statusSafe')}</span>
      </button>
      {quick.map(({ label, isOn, found, toggle }) => (
        <button key={label} type="button" className="chip" aria-pressed={isOn} onClick={toggle}>
          <span className="chip-words">
            <span>{label}</span>
            <span className="count">{count(found)}</span>
          </span>
        </button>
      ))}
      <button type="button" className="chip chip-filters" onClick={() => session.open({ name: 'filters' })}>
        <Icon name="filter" />
        <span>{filterCount > 0 ? t('results.filtersOn', { count: filterCount }) : t('results.filters')}</span>
      </button>
      {active.length > 0 && (
        <ul className="active-filters">
          {active.map(({ key, label, without }) => (
            <li key={key}>
              <button
                type="button"
                className="chip chip-on"
                aria-label={t('results.remove', { filter: label })}
                onClick={() => session.set({ query: without })}
              >
                <ForeignText>{label}</ForeignText>
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const QUICK = ['status', 'isOpenNow', 'isRemote'];
