import { useDates } from '../../../../page/dates.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { todayHere } from '../../../shared/use-today.ts';
import type { ClientCode } from '../../domain/client-code.ts';
import type { SafeContact } from '../../domain/safe-contact.ts';
import { ClientShape } from '../../panels/client-shape.tsx';
import { timeWords } from './time-words.ts';

interface ContactCardProps {
  readonly code: ClientCode;
  readonly card: SafeContact;
}

/** What whoever wants to reach the client reads first; on half a page of the client's file (C7). */
export function ContactCard({ code, card }: ContactCardProps) {
  const { t } = useTranslation('desk-clients');
  const { t: service } = useTranslation('service');
  const { day } = useDates();
  const { ways, safeTimes, voicemail, says, whoElse, reviewOn } = card;
  const times = safeTimes.filter(({ days }) => days.length > 0);
  const mayCall = ways.includes('call');
  return (
    <div className="contact-card">
      <p className="contact-code">
        <ClientShape shape={code.shape} />
        <bdi>{code.words}</bdi>
      </p>
      <p className="contact-verdict">{t(`card.verdicts.${verdictOf(card, todayHere())}`)}</p>
      {ways.length > 0 && (
        <dl>
          <dt>{t('card.ways')}</dt>
          <dd>{ways.map((way) => t(`contact.way.${way}`)).join(t('lint.and'))}</dd>
          <dt>{t('card.times')}</dt>
          {times.length === 0 && <dd>{t('card.noTimes')}</dd>}
          {times.map((time) => {
            const words = timeWords(t, service, time);
            return <dd key={words}>{words}</dd>;
          })}
          {mayCall && (
            <>
              <dt>{t('card.voicemail')}</dt>
              <dd>{t(voicemail ? 'card.voicemailYes' : 'card.voicemailNo')}</dd>
            </>
          )}
          <dt>{t('card.says')}</dt>
          <dd>
            {says.kind === 'something-else' ? (
              <bdi>{says.words || t('contact.say.nothing')}</bdi>
            ) : (
              t(`contact.say.${says.kind}`)
            )}
          </dd>
          <dt>{t('card.whoElse')}</dt>
          <dd>{whoElse ? <bdi>{whoElse}</bdi> : t('card.notAsked')}</dd>
          <dt>{t('card.review')}</dt>
          <dd>{reviewOn ? day(reviewOn) : t('card.noReview')}</dd>
        </dl>
      )}
    </div>
  );
}

/** As `mayContact` judges it for any way and moment: one look has to be enough. */
function verdictOf({ ways, reviewOn, safeTimes }: SafeContact, today: string) {
  if (ways.length === 0) return 'no';
  if (reviewOn === null) return 'noReview';
  if (today > reviewOn) return 'old';
  return safeTimes.some(({ days }) => days.length > 0) ? 'only' : 'noTimes';
}
