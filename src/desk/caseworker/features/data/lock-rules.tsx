import { useTranslation } from '../../../../page/translation.tsx';
import { Check } from '../../../shared/check-group.tsx';
import { Choice } from '../../../shared/choice.tsx';
import { SETTINGS_ID } from '../../caseload/cases.ts';
import { useCases, useDesk } from '../../desk-context.tsx';
import { MOST_IDLE_MINUTES } from '../../vault/auto-lock.ts';

const MINUTES = Array.from({ length: MOST_IDLE_MINUTES }, (_, before) => String(before + 1));

/** When it locks by itself. Leaving always locks it. */
export function LockRules() {
  const { t } = useTranslation('desk-clients');
  const { caseload } = useDesk();
  const { idleMinutes, locksWhenHidden } = useCases().settings;
  const set = (change: { readonly idleMinutes?: number; readonly locksWhenHidden?: boolean }) =>
    void caseload.put('settings', { id: SETTINGS_ID, idleMinutes, locksWhenHidden, ...change });
  return (
    <section className="part" aria-labelledby="lock-title">
      <h2 id="lock-title">{t('rules.title')}</h2>
      <div className="form form-narrow">
        <Choice
          label={t('rules.idle')}
          value={String(idleMinutes)}
          options={MINUTES.map((id) => ({ id, label: id }))}
          onChange={(minutes) => set({ idleMinutes: Number(minutes) })}
        />
        <Check
          label={t('rules.hidden')}
          isSelected={locksWhenHidden}
          onChange={(isOn) => set({ locksWhenHidden: isOn })}
        />
        <p className="note">{t('rules.exit')}</p>
      </div>
    </section>
  );
}
