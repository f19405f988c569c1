import { useEffect, useRef } from 'react';
import { useTranslation } from '../../../page/translation.tsx';
import { useDesk, useWorkspace } from '../desk-context.tsx';

const STEPS = ['match', 'reasons', 'shortlist', 'sheet', 'lock'] as const;

/** Five steps through a day's work, beside the screens, at the worker's own pace; closed at any of them (C15). */
export function Tour() {
  const { tour } = useWorkspace();
  const step = tour === null ? undefined : STEPS[tour];
  return tour !== null && step ? <Step at={tour} step={step} /> : null;
}

function Step({ at, step }: { readonly at: number; readonly step: (typeof STEPS)[number] }) {
  const { t } = useTranslation('desk-quick');
  const { t: common } = useTranslation('common');
  const { workspace } = useDesk();
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  // It takes the focus only once somebody goes through it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at every step
  useEffect(() => {
    if (!isFirst.current) heading.current?.focus();
    isFirst.current = false;
  }, [at]);
  const goTo = (tour: number | null) => workspace.set({ tour });
  const close = () => {
    goTo(null);
    document.querySelector<HTMLElement>('#main h1')?.focus();
  };
  return (
    <section className="tour" aria-labelledby="tour-title">
      <h2 id="tour-title" tabIndex={-1} ref={heading}>
        <span className="quiet">{t('tour.step', { at: at + 1, of: STEPS.length })}</span>{' '}
        {t(`tour.steps.${step}.title`)}
      </h2>
      <p>{t(`tour.steps.${step}.words`)}</p>
      <div className="actions">
        {at > 0 && (
          <button type="button" className="button-quiet" onClick={() => goTo(at - 1)}>
            {t('tour.back')}
          </button>
        )}
        {at < STEPS.length - 1 && (
          <button type="button" className="button" onClick={() => goTo(at + 1)}>
            {t('tour.next')}
          </button>
        )}
        <button type="button" className="button-quiet" onClick={close}>
          {at === STEPS.length - 1 ? t('tour.done') : common('close')}
        </button>
      </div>
    </section>
  );
}
