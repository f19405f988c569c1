import { useDates } from '../../../../page/dates.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import { useToday } from '../../../shared/use-today.ts';
import { isOverdue } from '../../domain/referral-list.ts';
import { type Entry, moveButtonId } from './use-entries.ts';

export function ServiceName({ entry }: { readonly entry: Entry }) {
  if (entry.language === undefined) return entry.name;
  return <ForeignText language={entry.language}>{entry.name}</ForeignText>;
}

/** The day of the next action; that it is over, or today, is said in a word and not by a colour. */
export function NextAction({ entry: { referral } }: { readonly entry: Entry }) {
  const { t } = useTranslation('desk-referrals');
  const { day } = useDates();
  const today = useToday();
  const next = referral.nextActionOn;
  if (next === null) return <span className="quiet">{t('log.noDay')}</span>;
  return (
    <span>
      {day(next)}
      {isOverdue(referral, today) && <strong className="overdue"> {t('log.overdue')}</strong>}
      {next === today && <strong> {t('log.today')}</strong>}
    </span>
  );
}

interface MoveButtonProps {
  readonly entry: Entry;
  readonly onMove: (id: string) => void;
}

export function MoveButton({ entry, onMove }: MoveButtonProps) {
  const { t } = useTranslation('desk-referrals');
  const { referral, words, name } = entry;
  return (
    <button
      type="button"
      id={moveButtonId(referral.id)}
      className="button-quiet"
      aria-label={t('log.moveName', { code: words, name })}
      onClick={() => onMove(referral.id)}
    >
      {t('log.move')}
    </button>
  );
}
