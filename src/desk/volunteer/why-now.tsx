import type { Why } from '../../core/edits/queue.ts';
import { useTranslation } from '../../page/translation.tsx';
import { useFieldWords } from './fields/use-field-words.ts';

/** Why a listing is next, in words (V4). */
export function WhyNow({ why }: { readonly why: readonly Why[] }) {
  const words = useWhyWords();
  return (
    <ul className="why">
      {why.map((one) => (
        <li key={`${one.kind} ${'signal' in one ? one.signal : ''}`}>{words(one)}</li>
      ))}
    </ul>
  );
}

function useWhyWords(): (why: Why) => string {
  const { t } = useTranslation('vol-queue');
  const say = useFieldWords();
  return (why) => {
    switch (why.kind) {
      case 'overdue':
        return t('why.overdue', { age: why.ageDays, interval: why.intervalDays });
      case 'never-checked':
        return t('why.never-checked');
      case 'reported':
        return t('why.reported', {
          signal: t(`signals.${why.signal}` as 'signals.full', { defaultValue: why.signal }),
          times: why.times,
        });
      case 'dead-link':
        return t('why.dead-link', { field: say.label(why.field) });
      case 'sole-provider':
        return t('why.sole-provider', {
          need: say.names.need(why.sole.need),
          language: say.names.language(why.sole.language),
          area: why.sole.area ?? t('why.anywhere'),
        });
      case 'provider-asked':
        return t('why.provider-asked');
    }
  };
}
