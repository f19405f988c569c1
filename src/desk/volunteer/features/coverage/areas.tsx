import { useState } from 'react';
import type { AreaCoverage } from '../../../../core/edits/area-coverage.ts';
import { NEEDS } from '../../../../core/taxonomy.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { useLater } from '../../../../page/use-later.ts';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import type { AreaChoice } from './coverage-table.ts';

const AT_ONCE = 12;

interface AreasProps {
  readonly areas: readonly AreaCoverage[];
  readonly choice: AreaChoice;
  readonly onChoose: (area: string | null) => void;
}

/** One row an area. The map is beside it for who wants one, and says nothing that the table does not say (7.13). */
export function Areas({ areas, choice, onChoose }: AreasProps) {
  const { t } = useTranslation('vol-coverage');
  const [shown, setShown] = useState(AT_ONCE);
  const [isMap, setIsMap] = useState(false);
  return (
    <section className="part areas" aria-labelledby="areas-title">
      <h2 id="areas-title">{t('areas.title')}</h2>
      <p className="quiet">{t('areas.why')}</p>
      <table className="table" aria-labelledby="areas-title">
        <thead>
          <tr>
            <th scope="col">{t('area.label')}</th>
            <th scope="col">{t('areas.confirmed')}</th>
            <th scope="col">{t('areas.needs')}</th>
          </tr>
        </thead>
        <tbody>
          {areas.slice(0, shown).map(({ area, all, confirmed, needs }) => (
            <tr key={area}>
              <th scope="row">
                <button
                  type="button"
                  className="link"
                  aria-pressed={choice.kind === 'one' && choice.area === area}
                  onClick={() => onChoose(area)}
                >
                  {area === null ? t('area.anywhere') : <ForeignText>{area}</ForeignText>}
                </button>
              </th>
              <td className="number">{t('cell', { confirmed, all })}</td>
              <td className="number">{t('areas.ofNeeds', { needs, all: NEEDS.length })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {areas.length > shown && (
        <button type="button" className="button-quiet" onClick={() => setShown(areas.length)}>
          {t('more', { count: areas.length - shown })}
        </button>
      )}
      <button
        type="button"
        className="button-quiet"
        aria-expanded={isMap}
        onClick={() => setIsMap((before) => !before)}
      >
        {t(isMap ? 'areas.noMap' : 'areas.map')}
      </button>
      {isMap && <MapDoor areas={areas} onChoose={onChoose} />}
    </section>
  );
}

/** The map's script comes only when somebody opens the map; where it cannot be had, the table is still there. */
function MapDoor(props: Pick<AreasProps, 'areas' | 'onChoose'>) {
  const { t } = useTranslation('vol-coverage');
  const module = useLater(() => import('./area-map.tsx'));
  if (module) return <module.AreaMap {...props} />;
  return <p role="status">{module === null && t('areas.failed')}</p>;
}
