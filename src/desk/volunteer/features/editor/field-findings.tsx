import { useId } from 'react';
import { useTranslation } from '../../../../page/translation.tsx';
import { Icon } from '../../../../ui/icons/icon.tsx';
import { PRIVATE_ATTRIBUTES } from '../../../../ui/private-field/private-attributes.ts';
import { useEditor } from './editor-context.tsx';
import { useFindingWords } from './finding-words.ts';
import type { Finding } from './findings.ts';
import { overrideKey } from './listing-form.ts';

/** What is wrong with a field, under it: an error in words, a warning with room for the reason to leave it so. */
export function FieldFindings({ field }: { readonly field: string }) {
  const { findings, isTried } = useEditor();
  const here = findings.filter((one) => one.field === field && (isTried || one.rule !== 'missing'));
  return here.map((finding) => <FoundHere key={`${finding.rule} ${finding.place}`} finding={finding} />);
}

function FoundHere({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation('vol-editor');
  const { reasons, setReason } = useEditor();
  const words = useFindingWords();
  const id = useId();
  const key = overrideKey(finding.rule, finding.place);
  if (finding.severity === 'error')
    return (
      <p className="field-problem">
        <Icon name="cross" /> {words(finding)}
      </p>
    );
  return (
    <div className="notice finding">
      <p>{words(finding)}</p>
      <label htmlFor={id}>{t('check.reason')}</label>
      <input
        id={id}
        className="input"
        value={reasons[key] ?? ''}
        onChange={({ target }) => setReason(key, target.value)}
        {...PRIVATE_ATTRIBUTES}
      />
    </div>
  );
}
