import { useEffect, useRef } from 'react';
import type { ShownListing } from '../../../../core/shown-listing.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { Digits, Filled, ForeignText } from '../../../../ui/foreign-text.tsx';
import { QrCode } from '../../../../ui/qr/qr-code.tsx';
import type { CodePlan, LeftOut } from '../../domain/plan-code.ts';

interface ShownCodeProps {
  readonly plan: CodePlan;
  readonly listings: readonly ShownListing[];
  readonly onHide: () => void;
  /** The next code, with those that this one has no room for. */
  readonly onRest: () => void;
}

/** The code, as large as the screen allows, and in words what it holds and what it had to leave out. */
export function ShownCode({ plan, listings, onHide, onRest }: ShownCodeProps) {
  const { t } = useTranslation('desk-code');
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    // The phone is held before the screen already: all of the code is in sight.
    title.current?.scrollIntoView({ block: 'start' });
  }, []);
  const rest = plan.left.filter(({ why }) => why === 'no-room').length;
  const nameOf = (id: string) => {
    const listing = listings.find((one) => one.id === id);
    return listing && <ForeignText language={listing.text_language}>{listing.name}</ForeignText>;
  };
  return (
    <section className="hand-over-code" aria-labelledby="code-title">
      <h2 id="code-title" tabIndex={-1} ref={title}>
        {plan.text ? t('code', { count: plan.handed.length }) : t('noCode')}
      </h2>
      {plan.text && (
        <>
          <p>{t('how')}</p>
          <QrCode text={plan.text} label={t('code', { count: plan.handed.length })} />
        </>
      )}
      <p className="actions">
        {plan.text && rest > 0 && (
          <button type="button" className="button" onClick={onRest}>
            {t('rest', { count: rest })}
          </button>
        )}
        <button type="button" className="button-quiet" onClick={onHide}>
          {t('hide')}
        </button>
      </p>
      <Held plan={plan} nameOf={nameOf} />
      {plan.left.length > 0 && (
        <>
          <h3>{t('left.title')}</h3>
          <ul>
            {plan.left.map(({ id, why }) => (
              <li key={id}>
                <Left why={why}>{nameOf(id)}</Left>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface HeldProps {
  readonly plan: CodePlan;
  readonly nameOf: (id: string) => React.ReactNode;
}

function Held({ plan, nameOf }: HeldProps) {
  const { t } = useTranslation('desk-code');
  if (plan.handed.length === 0) return null;
  return (
    <>
      <h3>{t('holds.title')}</h3>
      <p>{t(plan.handed[0]?.contact ? 'holds.whole' : 'holds.byIds')}</p>
      <ol>
        {plan.handed.map(({ id, contact }) => (
          <li key={id}>
            {contact ? (
              <>
                <ForeignText>{contact.name}</ForeignText>:{' '}
                <Digits>
                  {typeof contact.number === 'string' ? contact.number : (contact.number?.code ?? '')}
                </Digits>{' '}
                ({t(contact.hours.kind === 'unknown' ? 'holds.noHours' : 'holds.hours')})
                {plan.cut.includes(id) && (
                  <span className="note">
                    <Filled sentence={(gaps) => t('holds.cut', gaps)} parts={{ name: nameOf(id) }} />
                  </span>
                )}
              </>
            ) : (
              nameOf(id)
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function Left({ why, children }: { readonly why: LeftOut['why']; readonly children: React.ReactNode }) {
  const { t } = useTranslation('desk-code');
  if (why === 'gone' || !children) return t('left.gone');
  return <Filled sentence={(gaps) => t(`left.${why}`, gaps)} parts={{ name: children }} />;
}
