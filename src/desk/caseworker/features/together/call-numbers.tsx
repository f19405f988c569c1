import type { Channel } from '../../../../core/schema.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { Digits, ForeignText } from '../../../../ui/foreign-text.tsx';
import { numbersToCall } from '../../domain/call-script.ts';

interface CallNumbersProps {
  readonly channels: readonly Channel[];
  readonly language: string | undefined;
}

const LABELS = { phone: 'call', relay: 'relay', whatsapp: 'whatsapp' } as const;

/** What a call leaves behind is said before the number; the number is there to be read and dialled by hand. */
export function CallNumbers({ channels, language }: CallNumbersProps) {
  const { t } = useTranslation('desk-referrals');
  const { t: service } = useTranslation('service');
  const numbers = numbersToCall(channels);
  return (
    <section className="card" aria-labelledby="call-number">
      <h3 id="call-number">{t('call.number')}</h3>
      {numbers.length === 0 && <p>{t('call.none')}</p>}
      {numbers.length > 0 && <p className="notice">{t('call.trace')}</p>}
      {numbers.map(({ type, shown, href, insideCountry, note }) => (
        <div key={`${type} ${shown}`} className="call-number">
          <p className="quiet">{service(`contactSheet.${LABELS[type]}`)}</p>
          <p className="big-number">
            <Digits>{shown}</Digits>
          </p>
          {insideCountry && <p>{service('contactSheet.insideCountry', { country: insideCountry })}</p>}
          {note && (
            <p>
              <ForeignText language={language}>{note}</ForeignText>
            </p>
          )}
          {href && type !== 'whatsapp' && (
            <a className="button-quiet" href={href}>
              {t('call.dial')} <span className="visually-hidden">{shown}</span>
            </a>
          )}
        </div>
      ))}
    </section>
  );
}
