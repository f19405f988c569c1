import { useDates } from '../../../../page/dates.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import { useNames } from '../../../shared/names.ts';
import { ago } from '../../ago.ts';
import { useClaimWords } from '../../claim-words.ts';
import { useWorkspace } from '../../desk-context.tsx';
import type { Cell } from '../../domain/compare.ts';

interface CellWordsProps {
  readonly cell: Cell;
  readonly instant: number;
  /** Of the listing's own words. */
  readonly language: string | undefined;
}

/** One fact of one service in words; what is not known is said. */
export function CellWords({ cell, instant, language }: CellWordsProps) {
  const { t } = useTranslation('desk-match');
  const { t: service } = useTranslation('service');
  const { t: find } = useTranslation('find');
  const { language: own } = useWorkspace();
  const names = useNames();
  const dates = useDates();
  const claimWords = useClaimWords();
  const listedOrNot = (words: readonly string[]) =>
    words.length > 0 ? names.listed(words) : t('table.notKnown');
  const foreign = (words: string) => <ForeignText language={language}>{words}</ForeignText>;
  switch (cell.kind) {
    case 'availability':
      return cell.value === 'unknown' || cell.asOf === null
        ? t('space.unknown')
        : t(`space.${cell.value}`, { age: ago(own, Date.parse(cell.asOf), instant) });
    case 'needs':
      return listedOrNot(cell.codes.map(names.need));
    case 'status':
      return (
        <>
          {claimWords('status', cell.claim)}
          {cell.accepted.length > 0 && (
            <span className="note">
              {service('ask.accepted', { list: names.listed(cell.accepted.map(names.status)) })}
            </span>
          )}
          {cell.words && <span className="note">{foreign(cell.words)}</span>}
        </>
      );
    case 'claim':
      return claimWords('shares', cell.claim);
    case 'languages':
      return listedOrNot(
        cell.spoken.map(({ code, mode }) => `${names.language(code)} (${find(`filters.mode.${mode}`)})`),
      );
    case 'people':
      return (
        <>
          {listedOrNot(cell.served.map(names.group))}
          {cell.excluded.length > 0 && (
            <span className="note">
              {service('who.except', { list: names.listed(cell.excluded.map(names.group)) })}
            </span>
          )}
        </>
      );
    case 'ages':
      return cell.from === null && cell.to === null ? t('table.notKnown') : names.ages(cell.from, cell.to);
    case 'answer':
      return (
        <>
          {t(`table.answers.${cell.value}`)}
          {cell.by && <span className="note">{service(`ask.by.${cell.by}`)}</span>}
          {cell.note && <span className="note">{foreign(cell.note)}</span>}
        </>
      );
    case 'documents':
      return cell.documents.length > 0 ? foreign(cell.documents.join('; ')) : t('table.notKnown');
    case 'cost':
      return cell.value === 'unknown' ? t('table.notKnown') : service(`cost.${cell.value}`);
    case 'opening':
      return <OpeningWords cell={cell} instant={instant} />;
    case 'place':
      return <PlaceWords cell={cell} language={language} />;
    case 'features':
      return listedOrNot(cell.codes.map(names.feature));
    case 'channels':
      return listedOrNot(cell.types.map((type) => t(`table.channels.${type}`)));
    case 'checked':
      if (cell.isSample) return service('freshness.sample');
      return cell.checkedOn
        ? service('freshness.checked', { date: dates.day(cell.checkedOn) })
        : service('freshness.unchecked');
  }
}

interface OpeningWordsProps {
  readonly cell: Extract<Cell, { kind: 'opening' }>;
  readonly instant: number;
}

/** By the service's own clock, and said so where the worker's is another. */
function OpeningWords({ cell: { opening, timezone }, instant }: OpeningWordsProps) {
  const { t } = useTranslation('service');
  const dates = useDates();
  const zone = timezone ?? 'UTC';
  const at = (moment: number) => {
    const time = dates.clock(moment, zone, instant);
    return zone === dates.zone ? time : t('opening.theirTime', { time });
  };
  switch (opening.state) {
    case 'open':
      return t('opening.open', { time: at(opening.until) });
    case 'closed':
      return opening.opens === null
        ? t('opening.closedLong')
        : t('opening.closed', { time: at(opening.opens) });
    default:
      return t(`opening.${opening.state}`);
  }
}

interface PlaceWordsProps {
  readonly cell: Extract<Cell, { kind: 'place' }>;
  readonly language: string | undefined;
}

function PlaceWords({ cell, language }: PlaceWordsProps) {
  const { t } = useTranslation('service');
  const { t: desk } = useTranslation('desk-match');
  const distance =
    cell.distanceKm !== null && t('place.about', { km: Math.max(1, Math.round(cell.distanceKm)) });
  if (cell.areaName === null) {
    if (distance) return distance;
    if (cell.isBed) return t('place.private');
    return cell.isRemote ? t('place.none') : desk('table.notKnown');
  }
  return (
    <>
      <ForeignText language={language}>{cell.areaName}</ForeignText>
      {distance && <span className="note">{distance}</span>}
      {!cell.hasPublicPlace && <span className="note">{t('place.private')}</span>}
    </>
  );
}
