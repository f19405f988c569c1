import { useTranslation } from '../../../../page/translation.tsx';
import type { Client } from '../../caseload/cases.ts';
import { useDesk } from '../../desk-context.tsx';
import { LintedText } from '../../fields/linted-text.tsx';

/** The worker's own words, sealed as they are typed. */
export function ClientNote({ client }: { readonly client: Client }) {
  const { t } = useTranslation('desk-clients');
  const { caseload } = useDesk();
  return (
    <LintedText
      label={t('note.label')}
      hint={t('note.hint')}
      rows={5}
      value={client.note}
      onChange={(note) => void caseload.put('client', { ...client, note })}
    />
  );
}
