import { useState } from 'react';
import { useTranslation } from '../../../page/translation.tsx';

interface KeepLineProps {
  readonly keeps: boolean;
  /** Fulfilled when it is done; without it (static HTML) the button does nothing yet. */
  readonly onKeep?: (isKept: boolean) => Promise<void>;
}

/** Says whether this phone keeps anything, and changes it, in one tap on the first screen (TR-1). */
export function KeepLine({ keeps, onKeep }: KeepLineProps) {
  const { t } = useTranslation('safety');
  const { t: common } = useTranslation('common');
  const [isWorking, setWorking] = useState(false);
  const change = async () => {
    setWorking(true);
    await onKeep?.(!keeps);
    setWorking(false);
  };
  return (
    <div className="keep-line">
      <p className="quiet" role="status">
        {isWorking ? common('wait') : keeps ? t('keep.kept') : t('keep.notKept')}
      </p>
      <button type="button" className="button-quiet scripted-only" disabled={isWorking} onClick={change}>
        {keeps ? t('keep.dont') : t('keep.do')}
      </button>
    </div>
  );
}
