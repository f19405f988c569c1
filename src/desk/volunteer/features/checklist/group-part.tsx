import { useState } from 'react';
import { blocksPublishing } from '../../../../core/publishing-points.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import type { GroupOfPoints } from './desk-points.ts';
import { PointWords } from './point-words.tsx';

const AT_ONCE = 6;

/** One group with its state in words, what is open in it, and what to do. */
export function GroupPart({ group, state, points, unknown }: GroupOfPoints) {
  const { t } = useTranslation('vol-checklist');
  const [shown, setShown] = useState(AT_ONCE);
  const id = `checklist-${group}`;
  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id}>{t(`groups.${group}.title`)}</h2>
      <p className={`point-state point-${state}`}>{t(`states.${state}`)}</p>
      {points.length > 0 && (
        <>
          <p>{t(`groups.${group}.next`)}</p>
          <ul className="tips">
            {points.slice(0, shown).map((point) => (
              <li key={JSON.stringify(point)}>
                <PointWords point={point} />
                {state === 'blocks' && !blocksPublishing(point) && (
                  <span className="note">{t('states.open')}</span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {points.length > shown && (
        <button type="button" className="button-quiet answer" onClick={() => setShown(points.length)}>
          {t('more', { count: points.length - shown })}
        </button>
      )}
      {unknown > 0 && <p className="quiet">{t('linesElsewhere', { count: unknown })}</p>}
    </section>
  );
}
