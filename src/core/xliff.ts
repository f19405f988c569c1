import {
  markOf,
  type TextState,
  TRANSLATED_FIELDS,
  type TranslatedField,
  textStateOf,
} from './edits/text-state.ts';
import type { ExportedFile } from './export/exported-file.ts';
import type { Listing } from './schema.ts';
import type { TranslatedText } from './translated-texts.ts';
import { type TranslationMaker, textKey } from './translations.ts';

// The words of listings as XLIFF 1.2, which Weblate and OmegaT both read (docs/DATA.md), one file for each pair of
// languages. OmegaT translates what stands in the target and leaves states as they are; so it is given what is open alone,
// with the source in the target. What reads XML is not here: `cli/import/read-xliff.ts`.

/** A unit as a file has it, its words without markup. */
export interface XliffUnit {
  readonly id: string;
  readonly source: string;
  /** Null where there is none yet. */
  readonly target: string | null;
  readonly isApproved: boolean;
  readonly state: string | null;
  readonly qualifier: string | null;
  /** What we wrote beside a machine's words, to know them again. */
  readonly extra: string | null;
}

const MACHINE = 'machine:';
// States in which a target is there and is not yet the translation.
const OPEN = ['new', 'needs-translation', 'needs-adaptation', 'needs-l10n'];
const READ = ['signed-off', 'final'];
const BY_MACHINE = ['mt-suggestion', 'leveraged-mt'];

const STATES: Readonly<Record<Exclude<TextState, 'missing'>, string>> = {
  human: 'state="translated"',
  reviewed: 'state="signed-off"',
  machine: 'state="needs-translation" state-qualifier="mt-suggestion"',
  stale: 'state="needs-adaptation"',
};

/** `open`: only what has no translation that a person made of today's words, each with its source in its target. */
export type XliffPart = 'all' | 'open';

/** A file for each language that listings are written in and each other one, as in `en/ar.xlf`. */
export function xliffFiles(
  listings: readonly Listing[],
  languages: readonly string[],
  part: XliffPart = 'all',
): ExportedFile[] {
  const sources = [...new Set(listings.map(({ text_language: own }) => own))].sort();
  return sources.flatMap((source) => {
    const own = listings
      .filter(({ text_language: language }) => language === source)
      .toSorted((one, other) => (one.id < other.id ? -1 : 1));
    return languages
      .filter((language) => language !== source)
      .map((target) => ({ path: `${source}/${target}.xlf`, text: fileText(own, { source, target, part }) }));
  });
}

interface FileHead {
  readonly source: string;
  readonly target: string;
  readonly part: XliffPart;
}

function fileText(listings: readonly Listing[], { source, target, part }: FileHead): string {
  const linesOf = part === 'open' ? openUnitLines : unitLines;
  const units = listings.flatMap((listing) =>
    TRANSLATED_FIELDS.flatMap((field) => linesOf(listing, field, target)),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">',
    `<file original="listings" datatype="plaintext" source-language="${escaped(source)}" target-language="${escaped(target)}">`,
    '<body>',
    ...units,
    '</body>',
    '</file>',
    '</xliff>',
    '',
  ].join('\n');
}

function unitLines(listing: Listing, field: TranslatedField, language: string): string[] {
  const state = textStateOf(listing, language, field);
  const text = listing.translations[language]?.[field] ?? '';
  const approved = state === 'reviewed' ? 'yes' : 'no';
  const extra = state === 'machine' ? ` extradata="${machineMark(text)}"` : '';
  const target = state === 'missing' ? [] : [`<target ${STATES[state]}>${escaped(text)}</target>`];
  return unitWith(listing, field, `approved="${approved}" xml:space="preserve"${extra}`, target);
}

function openUnitLines(listing: Listing, field: TranslatedField, language: string): string[] {
  if (['human', 'reviewed'].includes(textStateOf(listing, language, field))) return [];
  const target = `<target state="new">${escaped(listing[field])}</target>`;
  return unitWith(listing, field, 'approved="no" xml:space="preserve"', [target]);
}

function unitWith(
  listing: Listing,
  field: TranslatedField,
  attributes: string,
  target: readonly string[],
): string[] {
  const key = escaped(textKey(listing.id, field));
  return [
    `<trans-unit id="${key}" resname="${key}" ${attributes}>`,
    `<source>${escaped(listing[field])}</source>`,
    ...target,
    '</trans-unit>',
  ];
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The units that are done, each with who made it; what is still open is left out. */
export function textsOfUnits(units: readonly XliffUnit[]): TranslatedText[] {
  return units.flatMap((unit) => {
    const by = makerOf(unit);
    const [source, text] = [plain(unit.source), plain(unit.target ?? '')];
    return by && text !== '' ? [{ key: unit.id, source, text, by }] : [];
  });
}

/** Null: nobody says that it is done. A machine's words that no person touched are a machine's, whatever their state is now. */
function makerOf({
  source,
  target,
  isApproved,
  state,
  qualifier,
  extra,
}: XliffUnit): TranslationMaker | null {
  if (target === null) return null;
  const isMachine = BY_MACHINE.includes(qualifier ?? '') || extra === machineMark(target);
  // Some programs translate what stands in the target, and leave its state or lose it: until it is not the source any
  // more, nobody did.
  const isUnsaid = state === null || state === 'new';
  if (isUnsaid && !isApproved && oneLine(target) === oneLine(source)) return null;
  if (state === 'new' && !isMachine) return 'human';
  if (OPEN.includes(state ?? '')) return isMachine ? 'machine' : null;
  if (isApproved || READ.includes(state ?? '')) return 'reviewed';
  return isMachine ? 'machine' : 'human';
}

/** Of the words alone: programs break lines and spaces anew. */
function machineMark(text: string): string {
  return `${MACHINE}${markOf(oneLine(text))}`;
}

function oneLine(text: string): string {
  return plain(text).replaceAll(/\s+/g, ' ');
}

function plain(text: string): string {
  return text.normalize('NFC').trim();
}
