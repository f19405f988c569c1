import { useTranslation } from '../../../page/translation.tsx';
import type { RegionState } from '../../../store/messages.ts';
import { DownloadControls } from './download-controls.tsx';
import { useRegionDownload } from './use-region-download.ts';

interface AwaitedTownsProps {
  readonly region: RegionState;
  /** Of the field that will stand here. */
  readonly label: string;
}

/** Where a town is asked for once the list is here: as high as that field, so that nothing moves under her finger. */
export function AwaitedTowns({ region, label }: AwaitedTownsProps) {
  const { t } = useTranslation('find');
  const download = useRegionDownload(region);
  const { percent, mustAsk } = download;
  const resting = mustAsk ? t('results.saveData') : label;
  return (
    <>
      <p className="awaited-label">
        <span aria-hidden="true">{label}</span>
        {/* How far it is, the bar says to whoever listens. */}
        <span aria-hidden={percent !== null}>
          {percent === null ? resting : t('place.getting', { percent })}
        </span>
      </p>
      <div className="awaited-field">
        <DownloadControls region={region} download={download} />
      </div>
    </>
  );
}
