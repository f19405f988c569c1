import { useState } from 'react';
import { sizeWords } from '../../../page/size-words.ts';
import { useTranslation } from '../../../page/translation.tsx';
import { useDirectory, useGuide } from '../../context.tsx';

/** More than this is a burden on a cheap phone. */
const MOST_BYTES = 10_000_000;

/** Every list at once, where they are small: then not even the choice of a region is seen by the host (NW-7). */
export function AllLists() {
  const { t } = useTranslation('find');
  const { client } = useGuide();
  const { directory, downloads } = useDirectory();
  const { t: common } = useTranslation('common');
  const [getting, setGetting] = useState<string | null>(null);
  const missing = directory?.regions.filter(({ installed }) => !installed) ?? [];
  const bytes = missing.reduce((sum, { length }) => sum + length, 0);
  const getAll = async () => {
    for (const { id } of missing) {
      setGetting(id);
      if (!(await client.install(id)).ok) break;
    }
    setGetting(null);
  };
  if (getting !== null) {
    const { received, total } = downloads[getting] ?? { received: 0, total: 1 };
    return (
      <div className="notice">
        <p role="status">{t('place.getting', { percent: Math.round((100 * received) / total) })}</p>
        <button type="button" className="button-quiet" onClick={() => client.cancel(getting)}>
          {common('cancel')}
        </button>
      </div>
    );
  }
  if (missing.length < 2 || bytes > MOST_BYTES) return null;
  return (
    <div className="notice">
      <p>{t('place.allWhy')}</p>
      <button type="button" className="button-quiet" onClick={() => void getAll()}>
        {t('place.all', { size: sizeWords(bytes) })}
      </button>
    </div>
  );
}
