import { useTranslation } from '../../../../page/translation.tsx';
import type { Hit } from '../../../../search/query.ts';
import { ago } from '../../ago.ts';
import { useWorkspace } from '../../desk-context.tsx';

/** "Is there space today?", with how old the answer is; what has lapsed is not known (settled 19). */
export function Space({ hit, instant }: { readonly hit: Hit; readonly instant: number }) {
  const { t } = useTranslation('desk-match');
  const { language } = useWorkspace();
  const { availability, availabilityAsOf: asOf } = hit;
  const age = asOf === null ? null : ago(language, Date.parse(asOf), instant);
  return (
    <p className={`space space-${availability}`}>
      {availability === 'unknown' || age === null ? t('space.unknown') : t(`space.${availability}`, { age })}
    </p>
  );
}
