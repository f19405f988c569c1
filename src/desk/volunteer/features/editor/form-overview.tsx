import { useTranslation } from '../../../../page/translation.tsx';
import { useFieldWords } from '../../fields/use-field-words.ts';
import { useEditor } from './editor-context.tsx';
import { useFindingWords } from './finding-words.ts';
import type { Finding } from './findings.ts';
import { overrideKey } from './listing-form.ts';
import { showField } from './show-field.ts';

interface FormOverviewProps {
  readonly findings: readonly Finding[];
  readonly isTried: boolean;
  readonly hasChanges: boolean;
}

/** Always in sight: sending, and how much stands in its way, each with a way to it (iD: a button that hides asks riddles). */
export function FormOverview({ findings, isTried, hasChanges }: FormOverviewProps) {
  const { t } = useTranslation('vol-editor');
  const { reasons } = useEditor();
  const words = useFindingWords();
  const say = useFieldWords();
  const errors = findings.filter(({ severity }) => severity === 'error');
  const unanswered = findings.filter(
    ({ severity, rule, place }) => severity === 'warning' && !reasons[overrideKey(rule, place)]?.trim(),
  );
  return (
    <div className="editor-send">
      {isTried && !hasChanges && <p role="alert">{t('send.nothing')}</p>}
      {isTried && errors.length + unanswered.length > 0 && (
        <div role="alert">
          <ul className="plain-list">
            {[...errors, ...unanswered].map((finding) => (
              <li key={`${finding.rule} ${finding.place}`}>
                <button type="button" className="link" onClick={() => showField(finding.field)}>
                  {t('send.found', { field: say.label(finding.field), what: words(finding) })}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="actions">
        <button type="submit" className="button">
          {t('send.button')}
        </button>
        <span role="status" className="quiet">
          {errors.length > 0
            ? t('send.errors', { count: errors.length })
            : unanswered.length > 0
              ? t('send.warnings', { count: unanswered.length })
              : t('send.ready')}
        </span>
      </div>
    </div>
  );
}
