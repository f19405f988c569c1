import { useTranslation } from '../../../page/translation.tsx';
import type { RegionState } from '../../../store/messages.ts';
import { usePlaceName } from '../../place-name.ts';
import { ANYWHERE } from '../../session.ts';
import { DownloadControls } from './download-controls.tsx';
import { useRegionDownload } from './use-region-download.ts';

/** Above the national lines, while the list of the chosen region is not here. */
export function RegionDownload({ region }: { readonly region: RegionState }) {
  const { t } = useTranslation('find');
  const download = useRegionDownload(region);
  const place = usePlaceName({ ...ANYWHERE, region: region.id });
  return (
    <div className="notice">
      {download.percent !== null && <p>{t('results.gettingRegion', { place })}</p>}
      {download.mustAsk && <p>{t('results.saveData')}</p>}
      <DownloadControls region={region} download={download} />
    </div>
  );
}
