import { dayOf, type IsoDate } from '../../../core/dates.ts';
import { statusGroupOn } from '../../../core/eligibility.ts';
import { freshnessOf } from '../../../core/freshness.ts';
import type { Location } from '../../../core/schema.ts';
import type { ShownListing } from '../../../core/shown-listing.ts';
import { wallClockAt } from '../../../core/zones.ts';
import type { SheetFact, SheetText } from './sheet.ts';
import type { SheetWords } from './sheet-words.ts';

export interface FactContext {
  readonly listing: ShownListing;
  readonly words: SheetWords;
  readonly instant: number;
}

const HOUR = 3_600_000;

/** Every fact of a listing that a sheet has room for, unknown said as unknown. */
export function factsOf(context: FactContext): SheetFact[] {
  const { listing, words } = context;
  const { service, sheet } = words;
  const today = dayOf(context.instant);
  const facts: SheetFact[] = [
    { kind: 'space', label: sheet('space.label'), lines: [own(words, spaceWords(context))] },
    { kind: 'languages', label: service('section.languages'), lines: languageLines(context) },
    statusFact(context, today),
    { kind: 'how', label: service('section.how'), lines: howLines(context) },
    {
      kind: 'bring',
      label: service('section.bring'),
      lines: listing.required_documents.map((text) => quoted(listing, text)),
    },
    { kind: 'cost', label: service('section.cost'), lines: costLines(context) },
    { kind: 'place', label: service('section.place'), lines: placeLines(context) },
    { kind: 'freshness', label: sheet('freshness'), lines: freshnessLines(context, today) },
  ];
  return facts.filter(({ lines }) => lines.length > 0);
}

function own({ language }: SheetWords, text: string): SheetText {
  return { text, language };
}

function quoted({ text_language: language }: ShownListing, text: string): SheetText {
  return { text, language };
}

/** With the hour of the day it was said: on paper, "two hours ago" would be wrong by the time it is read. */
function spaceWords({ listing: { availability, hours }, words, instant }: FactContext): string {
  if (!availability) return words.sheet('space.unknown');
  const said = Date.parse(availability.as_of);
  const isStillSo = instant >= said && instant - said <= availability.valid_hours * HOUR;
  if (!isStillSo || availability.value === 'unknown') return words.sheet('space.unknown');
  const clock = wallClockAt(said, hours?.timezone ?? 'UTC') ?? wallClockAt(said, 'UTC');
  const minute = clock?.minute ?? 0;
  const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  return words.sheet(`space.${availability.value}`, { date: words.day(clock?.day ?? dayOf(said)), time });
}

function languageLines({ listing, words }: FactContext): SheetText[] {
  if (listing.languages.length === 0) return [own(words, words.service('languagesUnknown'))];
  const named = listing.languages.map(({ code, mode }) => {
    const name = code === '*' ? words.service('anyLanguage') : words.languageName(code);
    return mode === 'staff' ? name : `${name} (${words.find(`filters.mode.${mode}`)})`;
  });
  return [own(words, words.list(named))];
}

/** What is known, and otherwise the sentence to say (settled 16). */
function statusFact({ listing, words }: FactContext, today: IsoDate): SheetFact {
  const { service, find } = words;
  const { conditions } = listing.immigration_eligibility;
  const kind = 'status';
  const label = service('ask.status');
  switch (statusGroupOn(listing.immigration_eligibility, today)) {
    case 'confirmed':
      return { kind, label, lines: [own(words, service('status.confirmed'))] };
    case 'conditional':
      return {
        kind,
        label,
        lines: [
          own(words, service('status.conditional')),
          ...(conditions ? [quoted(listing, conditions)] : []),
        ],
      };
    case 'refuses':
      return { kind, label, lines: [own(words, service('status.refuses'))] };
    case 'ask':
      return { kind, label: words.sheet('askStatus'), lines: [own(words, find('results.askHow'))] };
  }
}

function howLines({ listing, words }: FactContext): SheetText[] {
  const { by } = listing.referral_required;
  return [
    ...(by ? [own(words, words.service(`ask.by.${by}`))] : []),
    ...(listing.application_process ? [quoted(listing, listing.application_process)] : []),
  ];
}

function costLines({ listing, words }: FactContext): SheetText[] {
  const { value, note } = listing.cost;
  return [own(words, words.service(`cost.${value}`)), ...(note ? [quoted(listing, note)] : [])];
}

function placeLines({ listing, words }: FactContext): SheetText[] {
  return listing.locations.map((place) => placeLine(place, listing, words));
}

/** Each field of a public place by its name: nothing of any other kind of place but its area. */
function placeLine(place: Location, listing: ShownListing, words: SheetWords): SheetText {
  switch (place.visibility) {
    case 'public': {
      const { name, address, area_name: area } = place;
      const parts = [name, address?.address_1, address?.city ?? area, address?.postal_code];
      return quoted(listing, parts.filter(Boolean).join(', '));
    }
    case 'area-only':
      return own(words, words.service('place.area', { area: place.area_name }));
    case 'none':
      return own(words, words.service(place.location_type === 'virtual' ? 'place.none' : 'place.private'));
  }
}

function freshnessLines({ listing, words }: FactContext, today: IsoDate): SheetText[] {
  const { service } = words;
  const { verification } = listing;
  if (listing.sample) return [own(words, words.sheet('sample'))];
  if (verification.state === 'disputed') return [own(words, service('freshness.disputed'))];
  if (!verification.checked_on) {
    const kind = verification.state === 'third-party' ? 'thirdParty' : 'unchecked';
    return [own(words, service(`freshness.${kind}`))];
  }
  const checked = service(`freshness.${verification.method ?? 'checked'}`, {
    date: words.day(verification.checked_on),
  });
  const freshness = freshnessOf(listing, today);
  if (freshness === 'fresh') return [own(words, checked)];
  return [own(words, checked), own(words, service(freshness === 'due' ? 'freshness.due' : 'freshness.old'))];
}
