import { useEffect } from 'react';
import type { RegionState } from '../../../store/messages.ts';
import { useDirectory, useGuide } from '../../context.tsx';
import { usePlaceName } from '../../place-name.ts';
import { ANYWHERE } from '../../session.ts';
import { useTranslation } from '../../translation.tsx';
import { sizeWords } from './size-words.ts';

interface Connection {
  readonly saveData?: boolean;
}

/** Once while the page is open: what did not come, or was stopped, is asked for again only by her (SG-11). */
const asked = new Set<string>();

/**
 * A region's list on its way to this phone: how far it is, and a way to stop it. Choosing the region was the consent;
 * on a phone set to save data it waits for a tap.
 */
export function RegionDownload({ region }: { readonly region: RegionState }) {
  const { t } = useTranslation('find');
  const { t: common } = useTranslation('common');
  const { client } = useGuide();
  const { downloads, problem } = useDirectory();
  const progress = downloads[region.id];
  const name = usePlaceName({ ...ANYWHERE, region: region.id });
  const mustAsk = (navigator as { connection?: Connection }).connection?.saveData === true;

  // biome-ignore lint/correctness/useExhaustiveDependencies: only choosing another region may start a download by itself
  useEffect(() => {
    if (mustAsk || asked.has(region.id)) return;
    asked.add(region.id);
    if (!client.get().downloads[region.id]) void client.install(region.id);
  }, [region.id]);

  if (!progress) {
    return (
      <div className="notice">
        {mustAsk && !problem && <p>{t('results.saveData')}</p>}
        <button type="button" className="button" onClick={() => void client.install(region.id)}>
          {t('place.get', { size: sizeWords(region.length) })}
        </button>
      </div>
    );
  }
  const percent = Math.min(100, Math.round((progress.received / progress.total) * 100));
  return (
    <div className="notice">
      <p>{t('results.gettingRegion', { place: name })}</p>
      <progress max={100} value={percent} aria-label={t('place.getting', { percent })} />
      <button type="button" className="button-quiet" onClick={() => client.cancel(region.id)}>
        {common('cancel')}
      </button>
    </div>
  );
}
