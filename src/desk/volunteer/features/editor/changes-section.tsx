import type { Cause, FieldChange } from '../../../../core/edits/edit.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { CausePicks } from '../../fields/cause-picks.tsx';
import { ChangeView } from '../../fields/change-view.tsx';
import { needsCause } from '../../fields/field-change.ts';
import { pairedChanges } from '../../fields/paired-changes.ts';
import { useFieldWords } from '../../fields/use-field-words.ts';

interface ChangesSectionProps {
  readonly changes: readonly FieldChange[];
  readonly language: string;
  readonly isTried: boolean;
  readonly onCause: (field: string, cause: Cause) => void;
}

/** What will be sent, value by value, and of each that is replaced: did it change, or was it always wrong (V2)? */
export function ChangesSection({ changes, language, isTried, onCause }: ChangesSectionProps) {
  const { t } = useTranslation('vol-editor');
  const say = useFieldWords();
  if (changes.length === 0) return <p className="quiet">{t('changes.none')}</p>;
  return (
    <ul className="plain-list change-list">
      {pairedChanges(changes).map((change) => (
        <li key={change.field}>
          <h3>{say.label(change.field)}</h3>
          <ChangeView change={change} language={language} />
          {needsCause(change) && (
            <>
              <CausePicks
                value={change.cause === 'added' ? null : (change.cause ?? null)}
                onChange={(cause) => onCause(change.field, cause)}
              />
              {isTried && !change.cause && <p className="field-problem">{t('changes.causeMissing')}</p>}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
