import { deployment } from 'virtual:app-build';
import { useMemo, useState } from 'react';
import { coverageByArea } from '../../../../core/edits/area-coverage.ts';
import { areasOf, coverageOf } from '../../../../core/edits/coverage.ts';
import type { Listing } from '../../../../core/schema.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { Choice } from '../../../shared/choice.tsx';
import { saveFile } from '../../../shared/save-file.ts';
import { useToday } from '../../../shared/use-today.ts';
import { useStaffDesk } from '../../desk-context.tsx';
import { Areas } from './areas.tsx';
import { BarChart } from './bar-chart.tsx';
import { CoverageMatrix } from './coverage-matrix.tsx';
import { type AreaChoice, areasIn, coverageCsv, matrixOf } from './coverage-table.ts';
import { Gaps } from './gaps.tsx';
import { Soles } from './soles.tsx';

const ALL = 'all';
const ANYWHERE = 'anywhere';
const AREA = 'area ';
const FRESH = ['fresh', 'due', 'unchecked', 'old', 'beyond'] as const;
const STATUS = ['confirmed', 'ask', 'conditional', 'refuses'] as const;
const SHIPPED = deployment.languages.map(({ code }) => code);

/** What is covered and what is not, worked out from the listings alone, which anybody may have (V14). */
export function CoverageScreen() {
  const { t } = useTranslation('vol-coverage');
  const { directory } = useStaffDesk();
  const today = useToday();
  const [place, setPlace] = useState(ALL);
  const listings = useMemo(
    () => [...directory.values()].filter(({ hidden }) => !hidden).map(({ listing }) => listing),
    [directory],
  );
  const coverage = useMemo(() => coverageOf(listings, today), [listings, today]);
  const byArea = useMemo(() => coverageByArea(listings, today), [listings, today]);
  const choice = useMemo(() => choiceOf(place), [place]);
  const { freshness, status } = useMemo(
    () =>
      coverageOf(
        listings.filter((one) => isFor(choice, one)),
        today,
      ),
    [listings, choice, today],
  );
  const matrix = useMemo(() => matrixOf(coverage, choice, SHIPPED), [coverage, choice]);
  const areas = [
    { id: ALL, label: t('area.all') },
    { id: ANYWHERE, label: t('area.anywhere') },
    ...areasIn(coverage).map((area) => ({ id: AREA + area, label: area })),
  ];
  return (
    <div className="wide-screen">
      <h1 tabIndex={-1}>{t('title')}</h1>
      <p className="lead">{t('why')}</p>
      <div className="filters">
        <Choice label={t('area.label')} value={place} options={areas} onChange={setPlace} />
        <button
          type="button"
          className="button-quiet"
          onClick={() => saveFile(coverageCsv(coverage.cells, today))}
        >
          {t('csv')}
        </button>
      </div>
      <CoverageMatrix matrix={matrix} />
      <div className="two-halves">
        <BarChart
          title={t('freshness.title')}
          bars={FRESH.map((id) => ({ label: t(`freshness.${id}`), count: freshness[id] }))}
        />
        <BarChart
          title={t('status.title')}
          bars={STATUS.map((id) => ({ label: t(`status.${id}`), count: status[id] }))}
        />
      </div>
      <Areas
        areas={byArea}
        choice={choice}
        onChoose={(area) => setPlace(area === null ? ANYWHERE : AREA + area)}
      />
      <Soles soles={coverage.soles} choice={choice} />
      <Gaps coverage={coverage} choice={choice} languages={SHIPPED} />
    </div>
  );
}

function choiceOf(place: string): AreaChoice {
  if (place === ALL) return { kind: 'all' };
  return { kind: 'one', area: place === ANYWHERE ? null : place.slice(AREA.length) };
}

/** What is for people anywhere is for those here as well. */
function isFor(choice: AreaChoice, listing: Listing): boolean {
  if (choice.kind === 'all') return true;
  const areas = areasOf(listing);
  return areas.includes(choice.area) || areas.includes(null);
}
