import { AVAILABILITIES, isOneOf, LANGUAGE_MODES } from '../../../core/codes.ts';
import { dayOf, daysBetween } from '../../../core/dates.ts';
import { useDates } from '../../../page/dates.ts';
import { useListed } from '../../../page/listed.ts';
import { useTranslation } from '../../../page/translation.tsx';
import type { Hit } from '../../../search/query.ts';
import { Filled, ForeignText } from '../../../ui/foreign-text.tsx';
import { Icon, type IconName } from '../../../ui/icons/icon.tsx';

// The lines of a card that say whether a service can help her: each an icon and words, never colour alone.

function Fact({
  icon,
  tone,
  children,
}: {
  readonly icon: IconName;
  readonly tone?: 'yes' | 'attention' | undefined;
  readonly children: React.ReactNode;
}) {
  return (
    <li className={tone ? `fact fact-${tone}` : 'fact'}>
      <Icon name={icon} />
      <span>{children}</span>
    </li>
  );
}

export function StatusFact({ hit }: { readonly hit: Hit }) {
  const { t } = useTranslation('service');
  const { day } = useDates();
  const since = hit.statusSince ? day(hit.statusSince) : '';
  switch (hit.status) {
    case 'confirmed':
      return (
        <Fact icon="tick" tone="yes">
          {t('status.confirmed')}
          {' · '}
          {hit.statusBasis === 'checked' ? t('status.confirmedSince', { date: since }) : t('status.page')}
        </Fact>
      );
    case 'conditional':
      return (
        <Fact icon="ask" tone="attention">
          {t('status.conditional')}
          {hit.conditions && (
            <>
              {': '}
              <ForeignText language={hit.textLanguage}>{hit.conditions}</ForeignText>
            </>
          )}
        </Fact>
      );
    case 'refuses':
      return <Fact icon="cross">{t('status.refuses')}</Fact>;
    case 'ask':
      return (
        <Fact icon="ask" tone="attention">
          {hit.statusBasis === 'expired' ? t('status.lapsed', { date: since }) : t('status.ask')}
        </Fact>
      );
  }
}

export function LanguageFact({ hit, wanted }: { readonly hit: Hit; readonly wanted: readonly string[] }) {
  const { t } = useTranslation('find');
  const { t: names } = useTranslation('languages');
  const { t: service } = useTranslation('service');
  const listed = useListed();
  const spoken = hit.languages.filter(({ mode }) => isOneOf(LANGUAGE_MODES, mode));
  if (spoken.length === 0) return null;
  const isWanted = (code: string) => wanted.some((one) => code === one || code.startsWith(`${one}-`));
  const shown = [...spoken]
    .sort((a, b) => Number(isWanted(b.code)) - Number(isWanted(a.code)))
    .slice(0, MOST_LANGUAGES);
  const words = shown.map(({ code, mode }) => {
    const name =
      code === '*' ? service('anyLanguage') : names(`names.${code}` as 'names.en', { defaultValue: code });
    return mode === 'staff' ? name : `${name} (${t(`filters.mode.${mode}`)})`;
  });
  const rest = spoken.length - shown.length;
  return <Fact icon="language">{rest > 0 ? `${listed(words)} +${rest}` : listed(words)}</Fact>;
}

const MOST_LANGUAGES = 3;

export function OpeningFact({ hit, instant }: { readonly hit: Hit; readonly instant: number }) {
  const { t } = useTranslation('service');
  const dates = useDates();
  const zone = hit.timezone ?? 'UTC';
  const isElsewhere = zone !== dates.zone;
  const at = (moment: number) => {
    const time = dates.clock(moment, zone, instant);
    return isElsewhere ? t('opening.theirTime', { time }) : time;
  };
  switch (hit.opening.state) {
    case 'always':
      return <Fact icon="clock">{t('opening.always')}</Fact>;
    case 'open':
      return <Fact icon="clock">{t('opening.open', { time: at(hit.opening.until) })}</Fact>;
    case 'closed':
      return (
        <Fact icon="clock">
          {hit.opening.opens === null
            ? t('opening.closedLong')
            : t('opening.closed', { time: at(hit.opening.opens) })}
        </Fact>
      );
    case 'appointment':
      return <Fact icon="clock">{t('opening.appointment')}</Fact>;
    case 'unknown':
      return <Fact icon="clock">{t('opening.unknown')}</Fact>;
  }
}

export function PlaceFact({ hit }: { readonly hit: Hit }) {
  const { t } = useTranslation('service');
  if (hit.distanceKm !== null) {
    const km =
      hit.distanceKm < 10 ? Math.max(1, Math.round(hit.distanceKm)) : Math.round(hit.distanceKm / 5) * 5;
    const words = hit.distancePrecision === 'town' ? t('place.aboutTown', { km }) : t('place.about', { km });
    return (
      <Fact icon="place">
        {hit.areaName ? <InArea kind="public" hit={hit} after={`. ${words}`} /> : words}
      </Fact>
    );
  }
  if (hit.areaName) {
    const kind = hit.hasPublicPlace ? 'public' : 'area';
    return (
      <Fact icon={hit.hasPublicPlace ? 'place' : 'lock'}>
        <InArea kind={kind} hit={hit} />
      </Fact>
    );
  }
  const isHidden = hit.needs.some((need) => need === 'home.refuge' || need === 'home.emergency');
  if (isHidden) return <Fact icon="lock">{t('place.private')}</Fact>;
  return hit.isRemote ? <Fact icon="phone">{t('place.none')}</Fact> : null;
}

interface InAreaProps {
  readonly kind: 'public' | 'area';
  readonly hit: Hit;
  readonly after?: string;
}

function InArea({ kind, hit, after = '' }: InAreaProps) {
  const { t } = useTranslation('service');
  const area = <ForeignText language={hit.textLanguage}>{hit.areaName ?? ''}</ForeignText>;
  return <Filled sentence={(gaps) => t(`place.${kind}`, gaps) + after} parts={{ area }} />;
}

export function AvailabilityFact({ hit }: { readonly hit: Hit }) {
  const { t } = useTranslation('service');
  const { day } = useDates();
  if (hit.availability === 'unknown' || !hit.availabilityAsOf || !isOneOf(AVAILABILITIES, hit.availability))
    return null;
  return (
    <Fact
      icon={hit.availability === 'space' ? 'tick' : 'ask'}
      tone={hit.availability === 'space' ? undefined : 'attention'}
    >
      {t(`availability.${hit.availability}`, { date: day(hit.availabilityAsOf.slice(0, 10)) })}
    </Fact>
  );
}

export function FreshnessFact({ hit, instant }: { readonly hit: Hit; readonly instant: number }) {
  const { t } = useTranslation('service');
  const { day } = useDates();
  if (hit.isSample) return <Fact icon="check">{t('freshness.sample')}</Fact>;
  if (hit.verificationState === 'disputed')
    return (
      <Fact icon="ask" tone="attention">
        {t('freshness.disputed')}
      </Fact>
    );
  if (hit.checkedOn === null)
    return (
      <Fact icon="check">
        {t(hit.verificationState === 'third-party' ? 'freshness.thirdParty' : 'freshness.unchecked')}
      </Fact>
    );
  const checked = t('freshness.checked', { date: day(hit.checkedOn) });
  if (hit.freshness === 'fresh') return <Fact icon="check">{checked}</Fact>;
  const months = Math.round(daysBetween(hit.checkedOn, dayOf(instant)) / 30.4);
  const advice =
    hit.freshness === 'due'
      ? t('freshness.due')
      : hit.freshness === 'old'
        ? t('freshness.old')
        : t('freshness.beyond', { months });
  return (
    <Fact icon="ask" tone="attention">
      {hit.freshness === 'beyond' ? advice : `${checked}. ${advice}`}
    </Fact>
  );
}
