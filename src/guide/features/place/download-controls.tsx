import { sizeWords } from '../../../page/size-words.ts';
import { useTranslation } from '../../../page/translation.tsx';
import type { RegionState } from '../../../store/messages.ts';
import type { RegionDownload } from './use-region-download.ts';

interface DownloadControlsProps {
  readonly region: RegionState;
  readonly download: RegionDownload;
}

/** How far a list is and a way to stop it, or the way to get it. */
export function DownloadControls({ region, download: { percent, get, cancel } }: DownloadControlsProps) {
  const { t } = useTranslation('find');
  const { t: common } = useTranslation('common');
  if (percent === null) {
    return (
      <button type="button" className="button" onClick={get}>
        {t('place.get', { size: sizeWords(region.length) })}
      </button>
    );
  }
  return (
    <>
      <progress max={100} value={percent} aria-label={t('place.getting', { percent })} />
      <button type="button" className="button-quiet" onClick={cancel}>
        {common('cancel')}
      </button>
    </>
  );
}
