import { type ReactNode, useState } from 'react';
import { LANGUAGE_MODES } from '../../core/codes.ts';
import { FEATURES, GROUPS, NEED_GROUPS, needsIn, SITUATIONS } from '../../core/taxonomy.ts';
import { useTranslation } from '../../page/translation.tsx';
import { BARRIERS, type Count, EMPTY_QUERY, type FilterKind, type Query } from '../../search/query.ts';
import { Icon } from '../../ui/icons/icon.tsx';
import { useGuide, useSession } from '../context.tsx';
import { useCountWords } from '../count-words.ts';
import { DistanceChoice } from '../features/place/distance-choice.tsx';
import { useAnswer } from '../use-answer.ts';

// "Everyone" is who most services are for; choosing it would leave out those made for her.
const GROUP_CHOICES = GROUPS.filter((group) => group !== 'everyone');
const SHOWN_LANGUAGES = 8;

type Counts = Readonly<Partial<Record<FilterKind, Readonly<Record<string, Count>>>>>;
type ListKind = 'needs' | 'situations' | 'groups' | 'features' | 'languages' | 'languageModes' | 'barriers';

/** Every filter on one screen, each with what it would leave; the total stays in sight at the bottom. */
export function FiltersScreen() {
  const { t } = useTranslation('find');
  const { t: needs } = useTranslation('needs');
  const { t: names } = useTranslation('languages');
  const { session } = useGuide();
  const { query } = useSession();
  const { answer } = useAnswer(0);
  // Nothing is counted yet is not "0": until the first answer no number is shown.
  const counts: Counts | null = answer?.counts ?? null;
  const change = (next: Partial<Query>) => session.set({ query: { ...query, ...next } });
  const total = answer
    ? query.isStatusSafe
      ? answer.confirmed.total + answer.ask.total
      : answer.all.total
    : null;
  const list = { query, counts, change };
  return (
    <>
      <h1 tabIndex={-1}>{t('filters.title')}</h1>
      <Group title={t('filters.status')}>
        <Choice
          isOn={query.isStatusSafe}
          onChange={() => change({ isStatusSafe: !query.isStatusSafe })}
          label={t('filters.statusSafe')}
        />
        <p className="quiet">{t('filters.statusWhy')}</p>
      </Group>
      <Group title={t('filters.needs')}>
        {NEED_GROUPS.map((group) => (
          <details key={group} open={needsIn(group).some((need) => query.needs.includes(need))}>
            <summary>{needs(`groups.${group}`)}</summary>
            <Choices
              kind="needs"
              values={needsIn(group)}
              labelOf={(need) => needs(`needs.${need}.label`)}
              {...list}
            />
          </details>
        ))}
      </Group>
      <Group title={t('filters.languages')}>
        <LanguageChoices
          labelOf={(code) => names(`names.${code}` as 'names.en', { defaultValue: code })}
          {...list}
        />
      </Group>
      <Group title={t('filters.languageModes')}>
        <Choices
          kind="languageModes"
          values={LANGUAGE_MODES}
          labelOf={(mode) => t(`filters.mode.${mode}`)}
          {...list}
        />
      </Group>
      <Group title={t('filters.when')}>
        {(['isOpenNow', 'isRemote', 'isFree'] as const).map((kind) => (
          <Choice
            key={kind}
            isOn={query[kind]}
            onChange={() => change({ [kind]: !query[kind] })}
            label={t(`filters.${kind}`)}
            count={countOf(counts, kind, 'true')}
          />
        ))}
      </Group>
      <DistanceChoice />
      <Group title={t('filters.barriers')}>
        <Choices
          kind="barriers"
          values={BARRIERS}
          labelOf={(barrier) => t(`filters.barrier.${barrier}`)}
          {...list}
        />
      </Group>
      <Group title={t('filters.groups')}>
        <Choices
          kind="groups"
          values={GROUP_CHOICES}
          labelOf={(group) => needs(`served.${group}`)}
          {...list}
        />
      </Group>
      <Group title={t('filters.situations')}>
        <Choices
          kind="situations"
          values={SITUATIONS}
          labelOf={(situation) => needs(`situations.${situation}`)}
          {...list}
        />
      </Group>
      <Group title={t('filters.features')}>
        <Choices
          kind="features"
          values={FEATURES}
          labelOf={(feature) => needs(`features.${feature}`)}
          {...list}
        />
      </Group>
      {/* Beside the button, not in it: what is in a button is its name, and is not read out as it changes. */}
      <p role="status" className="visually-hidden">
        {total !== null && t('results.title', { count: total })}
      </p>
      <div className="sticky-actions">
        <button type="button" className="button-quiet" onClick={() => session.set({ query: EMPTY_QUERY })}>
          {t('results.clear')}
        </button>
        <button type="button" className="button" onClick={session.back}>
          {total === null ? t('results.loading') : t('results.show', { count: total })}
        </button>
      </div>
    </>
  );
}

const NONE: Count = { sure: 0, ask: 0 };

function countOf(counts: Counts | null, kind: FilterKind, value: string): Count | undefined {
  return counts ? (counts[kind]?.[value] ?? NONE) : undefined;
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="filter-group">
      <legend>
        <h2>{title}</h2>
      </legend>
      {children}
    </fieldset>
  );
}

interface ListProps {
  readonly query: Query;
  readonly counts: Counts | null;
  readonly change: (next: Partial<Query>) => void;
}

interface ChoicesProps<Value extends string> extends ListProps {
  readonly kind: ListKind;
  readonly values: readonly Value[];
  readonly labelOf: (value: Value) => string;
}

function Choices<Value extends string>({
  kind,
  values,
  labelOf,
  query,
  counts,
  change,
}: ChoicesProps<Value>) {
  const chosen = query[kind] as readonly string[];
  const toggle = (value: string) =>
    change({ [kind]: chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value] });
  return values.map((value) => (
    <Choice
      key={value}
      isOn={chosen.includes(value)}
      onChange={() => toggle(value)}
      label={labelOf(value)}
      count={countOf(counts, kind, value)}
    />
  ));
}

/** Languages that somebody here speaks, most first; the reader's own is always among them. */
function LanguageChoices({ labelOf, ...list }: ListProps & { readonly labelOf: (code: string) => string }) {
  const { t } = useTranslation('find');
  const { language } = useSession();
  const [showsAll, setShowsAll] = useState(false);
  const found = list.counts?.languages ?? {};
  const size = (code: string) => (found[code]?.sure ?? 0) + (found[code]?.ask ?? 0);
  const codes = [...new Set([...list.query.languages, language, ...Object.keys(found)])].filter(
    (code) => code !== '*',
  );
  const sorted = codes.sort(
    (a, b) => Number(b === language) - Number(a === language) || size(b) - size(a) || (a < b ? -1 : 1),
  );
  const shown = showsAll ? sorted : sorted.slice(0, SHOWN_LANGUAGES);
  return (
    <>
      <Choices kind="languages" values={shown} labelOf={labelOf} {...list} />
      {sorted.length > SHOWN_LANGUAGES && (
        <button type="button" className="link" onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? t('filters.showFewer') : t('filters.showMore')}
        </button>
      )}
    </>
  );
}

interface ChoiceProps {
  readonly isOn: boolean;
  readonly onChange: () => void;
  readonly label: string;
  readonly count?: Count | undefined;
}

function Choice({ isOn, onChange, label, count }: ChoiceProps) {
  const words = useCountWords();
  return (
    <label className="choice">
      <input type="checkbox" checked={isOn} onChange={onChange} />
      <span className="choice-box">
        <Icon name="tick" />
      </span>
      <span className="choice-label">{label}</span>
      {count && <span className="count">{words(count)}</span>}
    </label>
  );
}
