import { useTranslation } from '../../../page/translation.tsx';
import { useGuide, useSession } from '../../context.tsx';
import { useCountWords } from '../../count-words.ts';
import { useAnswer } from '../../use-answer.ts';

const DISTANCES = [null, 10, 25, 50] as const;

/** How far from the chosen town, each with what it would leave. Without a town there is nothing to measure from. */
export function DistanceChoice() {
  const { t } = useTranslation('find');
  const { session } = useGuide();
  const { place } = useSession();
  const { answer } = useAnswer(0);
  const words = useCountWords();
  if (!place?.town) return null;
  return (
    <fieldset className="filter-group">
      <legend>
        <h2>{t('place.distance')}</h2>
      </legend>
      {DISTANCES.map((km) => (
        <label key={String(km)} className="choice">
          <input
            type="radio"
            name="km"
            checked={place.withinKm === km}
            onChange={() => session.set({ place: { ...place, withinKm: km } })}
          />
          <span className="choice-box choice-round" />
          <span className="choice-label">
            {km === null ? t('place.anyDistance') : t('place.within', { km })}
          </span>
          {km !== null && answer && <span className="count">{words(answer.counts.near?.[km])}</span>}
        </label>
      ))}
    </fieldset>
  );
}
