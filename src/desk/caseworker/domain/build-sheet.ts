import { dayOf, type Instant } from '../../../core/dates.ts';
import { parseEmail, parseWebLink } from '../../../core/links.ts';
import type { Channel } from '../../../core/schema.ts';
import type { ShownListing } from '../../../core/shown-listing.ts';
import { riskyWordsIn, textsIn } from './discreet.ts';
import { hoursInWords } from './hours-in-words.ts';
import type { InterpreterLine, Sheet, SheetEntry, SheetFact, SheetNumber, SheetText } from './sheet.ts';
import { factsOf } from './sheet-facts.ts';
import type { SheetWords } from './sheet-words.ts';

export interface SheetOptions {
  readonly words: SheetWords;
  /** Of those who answer the phone, for the line that asks for an interpreter. */
  readonly localWords: SheetWords;
  readonly instant: Instant;
  /** Of the list that the services are from. */
  readonly listIssued: Instant;
  readonly isDiscreet: boolean;
  /** No speaker has read our words in the sheet's language yet (settled 40). */
  readonly isDraft?: boolean;
  /** By the listing's id, as the worker and the client agreed. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** What else would tell, as the deployment has it. */
  readonly riskyWords?: readonly string[];
}

const ALIASES = 12;
// What a discreet sheet has besides alias, numbers and hours. The rest describes help.
const DISCREET_FACTS: readonly SheetFact['kind'][] = ['languages', 'bring'];

/** A shortlist in a language. Texts that a listing has in it are taken, others stay in their own, which is marked. */
export function buildSheet(listings: readonly ShownListing[], options: SheetOptions): Sheet {
  const { words, isDiscreet, isDraft = false } = options;
  const entries = listings.map((listing, place) => entryOf(listing, place, options));
  return {
    language: words.language,
    isDiscreet,
    title: words.sheet(isDiscreet ? 'title' : 'openTitle'),
    jobTitle: words.sheet('title'),
    entries,
    interpreter: interpreterLine(options),
    from: words.sheet('from', { date: words.day(dayOf(options.listIssued)) }),
    draft: isDraft ? words.sheet('draft') : null,
  };
}

/** The name that a service has on a discreet sheet where none was agreed: a first name, then a number behind it. */
export function defaultAlias(place: number, { sheet }: SheetWords): string {
  const round = Math.floor(place / ALIASES);
  const name = sheet(`alias.${place % ALIASES}`);
  return round === 0 ? name : `${name} ${round + 1}`;
}

/** What on a sheet still says what it is about, such as an alias that was typed. Empty means that it may be discreet. */
export function riskyWordsOf(sheet: Sheet, more: readonly string[] = []): string[] {
  return [...new Set(textsIn(sheet).flatMap((text) => riskyWordsIn(text, more)))];
}

function entryOf(listing: ShownListing, place: number, options: SheetOptions): SheetEntry {
  const { words, isDiscreet, instant } = options;
  const alias = options.aliases?.[listing.id]?.trim() || defaultAlias(place, words);
  const isTold = (text: SheetText) => !isDiscreet || isNeutral(text.text, listing, options);
  const hours = hoursInWords(listing.hours, listing.text_language, words, dayOf(instant)).filter(isTold);
  const facts = factsOf({ listing, words, instant })
    .filter(({ kind }) => !isDiscreet || DISCREET_FACTS.includes(kind))
    .map((fact) => ({ ...fact, lines: fact.lines.filter(isTold) }))
    .filter(({ lines }) => lines.length > 0);
  const what = isDiscreet ? null : descriptionOf(listing, words);
  return {
    id: listing.id,
    name: isDiscreet ? { text: alias, language: words.language } : nameOf(listing, words),
    what,
    numbers: listing.channels.flatMap((channel) => numberOf(channel, listing, options)),
    hoursLabel: words.service('section.hours'),
    hours: hours.length > 0 ? hours : hoursInWords(undefined, '', words, dayOf(instant)),
    facts,
    onlyIn: onlyIn([...(what ? [what] : []), ...hours, ...facts.flatMap(({ lines }) => lines)], words),
  };
}

function onlyIn(
  texts: readonly SheetText[],
  { language, languageName, list, service }: SheetWords,
): string | null {
  const baseOf = (tag: string) => tag.split('-')[0] ?? tag;
  const others = new Set(
    texts.map((text) => baseOf(text.language)).filter((base) => base !== baseOf(language)),
  );
  const names = [...others].map(languageName);
  return names.length > 0 ? service('onlyIn', { language: list(names) }) : null;
}

/** Without a telling word, and without the name of the service or of who runs it. */
function isNeutral(text: string, listing: ShownListing, { riskyWords = [] }: SheetOptions): boolean {
  const names = [listing.name, listing.alternate_name, listing.organization.name].filter((name) => name);
  return riskyWordsIn(text, [...riskyWords, ...(names as string[])]).length === 0;
}

function nameOf(listing: ShownListing, { language }: SheetWords): SheetText {
  const translated = listing.translations[language]?.name;
  return translated
    ? { text: translated, language }
    : { text: listing.name, language: listing.text_language };
}

function descriptionOf(listing: ShownListing, { language }: SheetWords): SheetText {
  const translated = listing.translations[language]?.description;
  return translated
    ? { text: translated, language }
    : { text: listing.description, language: listing.text_language };
}

/** As it would be dialled; web and e-mail addresses, which hold names, only where names are told. */
function numberOf(channel: Channel, listing: ShownListing, options: SheetOptions): SheetNumber[] {
  const { words, isDiscreet } = options;
  const notes = (own: readonly string[]) =>
    [
      ...own.map((text) => ({ text, language: words.language })),
      ...(channel.note && !isDiscreet ? [{ text: channel.note, language: listing.text_language }] : []),
    ].filter(({ text }) => !isDiscreet || isNeutral(text, listing, options));
  switch (channel.type) {
    case 'phone':
    case 'sms':
    case 'whatsapp':
    case 'relay':
      return [phoneNumber(channel, words, notes)];
    case 'web':
    case 'chat': {
      const link = parseWebLink(channel.value);
      return isDiscreet || !link.ok
        ? []
        : [
            {
              label: words.service(`contactSheet.${channel.type}`),
              shown: link.value.host,
              notes: notes([]),
            },
          ];
    }
    case 'email':
      return isDiscreet || !parseEmail(channel.value).ok
        ? []
        : [{ label: words.service('contactSheet.email'), shown: channel.value, notes: notes([]) }];
    case 'ussd':
      return [{ label: words.service('contactSheet.ussd'), shown: channel.value, notes: notes([]) }];
    default:
      // A place is told where places are told; a way that this version does not know is left out.
      return [];
  }
}

type PhoneLike = Extract<Channel, { type: 'phone' | 'sms' | 'whatsapp' | 'relay' }>;
const PHONE_LABELS = { phone: 'call', sms: 'text', whatsapp: 'whatsapp', relay: 'relay' } as const;

function phoneNumber(
  channel: PhoneLike,
  { service }: SheetWords,
  notes: (own: readonly string[]) => SheetText[],
): SheetNumber {
  const { value } = channel;
  const isShort = typeof value !== 'string';
  const shown = channel.display ?? (isShort ? value.code : value);
  const own = [
    ...(isShort ? [service('contactSheet.insideCountry', { country: value.country })] : []),
    ...(channel.type === 'sms' && channel.keyword
      ? [service('contactSheet.textWord', { word: channel.keyword, number: shown })]
      : []),
  ];
  return { label: service(`contactSheet.${PHONE_LABELS[channel.type]}`), shown, notes: notes(own) };
}

function interpreterLine({ words, localWords }: SheetOptions): InterpreterLine | null {
  if (words.language === localWords.language) return null;
  const line = (all: SheetWords): SheetText => ({
    text: all.sheet('interpreter.say', { language: all.languageName(words.language) }),
    language: all.language,
  });
  return { show: words.sheet('interpreter.show'), say: line(localWords), means: line(words) };
}
