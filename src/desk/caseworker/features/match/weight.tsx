import { useTranslation } from '../../../../page/translation.tsx';
import { Check } from '../../../shared/check-group.tsx';
import { useDesk, useWorkspace } from '../../desk-context.tsx';
import { type FactKind, importanceOf } from '../../domain/profile.ts';

/** Whether something that is asked is a must-have. */
export function Weight({ fact }: { readonly fact: FactKind }) {
  const { t } = useTranslation('desk-match');
  const { workspace } = useDesk();
  const { profile } = useWorkspace();
  return (
    <Check
      label={t('form.must')}
      fullLabel={t('form.mustWhat', { what: t(`facts.${fact}`) })}
      isSelected={importanceOf(profile, fact) === 'must'}
      onChange={(isMust) => {
        const importance = { ...profile.importance, [fact]: isMust ? 'must' : 'nice' } as const;
        workspace.set({ profile: { ...profile, importance } });
      }}
    />
  );
}
