import type { IsoDate } from '../../../core/dates.ts';
import type { ShownListing } from '../../../core/shown-listing.ts';
import {
  judgeArea,
  judgeBarrier,
  judgeCost,
  judgeFeature,
  judgeLanguages,
  judgeSharing,
  judgeStatus,
  type Place,
} from './judge-access.ts';
import { judgeAge, judgeGender, judgeGroup, judgeSituation } from './judge-people.ts';
import { type FactKind, importanceOf, type Profile } from './profile.ts';
import { type Judgement, NOT_SAID, type Reason, SAID } from './reason.ts';

/** Everything that was asked, and how this service stands to it on a day; in the order of `FACT_KINDS`. */
export function reasonsOf(
  profile: Profile,
  listing: ShownListing,
  place: Place,
  today: IsoDate,
): readonly Reason[] {
  const { area, age, gender } = profile;
  const reason = (fact: FactKind, code: string, judgement: Judgement): Reason => ({
    fact,
    code,
    importance: importanceOf(profile, fact),
    ...judgement,
  });
  return [
    ...profile.needs.map((need) => reason('needs', need, listing.needs.includes(need) ? SAID : NOT_SAID)),
    ...(profile.situations.length > 0
      ? [reason('situation', '', judgeSituation(listing, profile.situations))]
      : []),
    ...(profile.languages.length > 0
      ? [reason('language', '', judgeLanguages(listing, profile.languages, profile.languageWay))]
      : []),
    ...(profile.isStatusSafe ? statusReasons(profile, listing, today) : []),
    ...profile.company.map((one) => reason('company', one, judgeFeature(listing, one))),
    ...(gender ? [reason('gender', gender, judgeGender(listing, gender))] : []),
    ...profile.groups.map((group) => reason('group', group, judgeGroup(listing, group))),
    ...(age ? [reason('age', age, judgeAge(listing, age))] : []),
    ...(area && area.withinKm !== null ? [reason('area', '', judgeArea(listing, place, area))] : []),
    ...profile.access.map((feature) => reason('access', feature, judgeFeature(listing, feature))),
    ...profile.cannot.map((barrier) => reason('barrier', barrier, judgeBarrier(listing, barrier))),
    ...(profile.isFreeOnly ? [reason('cost', '', judgeCost(listing))] : []),
  ].map(oneNeedIsEnough);
}

/**
 * Whom they tell is asked together with the status. Hardly anybody has said, so that not knowing it moves a service
 * down and no more; a known yes counts as the status does.
 */
function statusReasons(profile: Profile, listing: ShownListing, today: IsoDate): Reason[] {
  const importance = importanceOf(profile, 'status');
  const sharing = judgeSharing(listing, today);
  return [
    { fact: 'status', code: '', importance, ...judgeStatus(listing, profile.closestStatus, today) },
    {
      fact: 'shares',
      code: '',
      importance: sharing.outcome === 'ask' ? 'nice' : importance,
      ...sharing,
    },
  ];
}

/** Every match offers one of the needs; the others are a reason to look for a second service, not against this one. */
function oneNeedIsEnough(reason: Reason): Reason {
  return reason.fact === 'needs' && reason.outcome !== 'confirmed'
    ? { ...reason, importance: 'nice' }
    : reason;
}
