import { addDays } from '../../../../core/dates.ts';
import { useDates } from '../../../../page/dates.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { useNames } from '../../../shared/names.ts';
import { todayHere } from '../../../shared/use-today.ts';
import { useStaffDesk, useVolunteer } from '../../desk-context.tsx';
import { Picks, Ticks } from '../../fields/picks.tsx';

const MOST = ['5', '10', '20', 'none'] as const;

/** Which cards come, how many, and what is left folded (V1, V16). Kept on this device alone. */
export function DeckChoices() {
  const { t } = useTranslation('vol-shell');
  const { desk } = useVolunteer();
  const { directory, preferences, me } = useStaffDesk();
  const names = useNames();
  const { day } = useDates();
  const { regions, languages, isLight, mostADay, restUntil } = preferences;
  const all = [...directory.values()];
  const ownRegions = [...new Set(all.map(({ region }) => region))]
    .filter((region) => !me || me.regions.length === 0 || me.regions.includes(region))
    .sort();
  const spoken = [...new Set(all.flatMap(({ listing }) => languagesOf(listing.text_language)))].sort();
  const isResting = restUntil !== null && restUntil > todayHere();
  return (
    <section className="part" aria-labelledby="deck-title">
      <h2 id="deck-title">{t('you.deck')}</h2>
      <div className="stack">
        {ownRegions.length > 1 && (
          <Ticks
            label={t('you.regions')}
            options={ownRegions.map((id) => ({ id, label: id }))}
            chosen={regions}
            onChange={(chosen) => void desk.prefer({ regions: chosen })}
          />
        )}
        {spoken.length > 1 && (
          <Ticks
            label={t('you.languages')}
            options={spoken.map((id) => ({ id, label: names.language(id) }))}
            chosen={languages}
            onChange={(chosen) => void desk.prefer({ languages: chosen })}
          />
        )}
        <Ticks
          label={t('you.light')}
          options={[{ id: 'light', label: t('you.lightOn') }]}
          chosen={isLight ? ['light'] : []}
          onChange={(chosen) => void desk.prefer({ isLight: chosen.length > 0 })}
        />
        <Picks
          label={t('you.most')}
          options={MOST.map((id) => ({ id, label: id === 'none' ? t('you.noMost') : id }))}
          value={MOST.find((id) => id === String(mostADay)) ?? 'none'}
          onChange={(id) => void desk.prefer({ mostADay: id === 'none' ? null : Number(id) })}
        />
        {isResting ? (
          <p className="notice notice-quiet">
            {t('you.resting', { date: day(restUntil) })}{' '}
            <button type="button" className="link" onClick={() => void desk.prefer({ restUntil: null })}>
              {t('you.restEnd')}
            </button>
          </p>
        ) : (
          <div className="actions">
            <span>{t('you.rest')}</span>
            {([1, 7, 30] as const).map((days) => (
              <button
                key={days}
                type="button"
                className="button-quiet answer"
                onClick={() => void desk.prefer({ restUntil: addDays(todayHere(), days) })}
              >
                {t('you.days', { count: days })}
              </button>
            ))}
          </div>
        )}
      </div>
    </section>
  );
}

function languagesOf(tag: string): string[] {
  return [tag.split('-')[0] ?? tag];
}
