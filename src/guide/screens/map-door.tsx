import { useEffect, useState } from 'react';
import { useTranslation } from '../translation.tsx';

type MapModule = typeof import('./map-screen.tsx');

/** The map's script comes only when somebody opens the map; where it cannot be had, the list is still there. */
export function MapDoor() {
  const { t } = useTranslation('find');
  const { t: common } = useTranslation('common');
  /** Null where it could not be had. */
  const [module, setModule] = useState<MapModule | null>();
  useEffect(() => {
    import('./map-screen.tsx').then(setModule, () => setModule(null));
  }, []);
  if (module) return <module.MapScreen />;
  return (
    <>
      <h1 tabIndex={-1}>{t('results.map')}</h1>
      <p role="status">{module === null && common('problem.offline')}</p>
    </>
  );
}
