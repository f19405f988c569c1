import { useTranslation } from '../../page/translation.tsx';
import { useLater } from '../../page/use-later.ts';

/** The map's script comes only when somebody opens the map; where it cannot be had, the list is still there. */
export function MapDoor() {
  const { t } = useTranslation('find');
  const { t: common } = useTranslation('common');
  const module = useLater(() => import('./map-screen.tsx'));
  if (module) return <module.MapScreen />;
  return (
    <>
      <h1 tabIndex={-1}>{t('results.map')}</h1>
      <p role="status">{module === null && common('problem.offline')}</p>
    </>
  );
}
