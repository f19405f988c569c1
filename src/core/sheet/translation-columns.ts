import { isOneOf, TRANSLATION_MAKERS } from '../codes.ts';
import type { JsonValue } from '../edits/edit.ts';
import { jsonOf } from '../edits/fields.ts';
import { markOf, TRANSLATED_FIELDS, type TranslatedField, textStateOf } from '../edits/text-state.ts';
import { fail } from '../result.ts';
import type { Listing } from '../schema.ts';
import type { TranslationMaker } from '../translations.ts';
import { type CellValue, fitting, type RowValues, type SheetColumn, whole } from './sheet-column.ts';

// The words of a listing in other languages, each beside its state (V13): `name_in_ar`, `name_in_ar_state`.

type Translation = Listing['translations'][string];

const TEXT_COLUMN = /^(?:name|description)_in_([a-z]{2,3}(?:-[a-z0-9]{2,8})*)(?:_state)?$/;

export function translationColumns(languages: readonly string[]): SheetColumn[] {
  return languages.flatMap((language) =>
    TRANSLATED_FIELDS.flatMap((field) => [textColumn(language, field), stateColumn(language, field)]),
  );
}

/** The languages that these listings have words in, and those. */
export function languagesIn(listings: readonly Listing[], others: readonly string[] = []): string[] {
  const all = new Set(others);
  for (const { translations } of listings)
    for (const language of Object.keys(translations)) all.add(language);
  return [...all].filter((one) => one !== '*').sort();
}

/** The languages that columns are of. A header has lost its capital letters; a language that is known has them. */
export function languagesOfColumns(header: readonly string[], known: readonly string[]): string[] {
  const written = header.flatMap((name) => TEXT_COLUMN.exec(name)?.[1] ?? []);
  const tags = written.map((tag) => known.find((one) => one.toLowerCase() === tag) ?? canonical(tag));
  return [...new Set(tags)];
}

function canonical(tag: string): string {
  return Intl.getCanonicalLocales(tag)[0] ?? tag;
}

function textColumn(language: string, field: TranslatedField): SheetColumn {
  return {
    name: columnName(language, field),
    place: `translations.${language}.${field}`,
    cell: (listing) => fitting(listing.translations[language]?.[field] ?? ''),
    read: (text, listing) => {
      if (listing?.text_language === language) return fail('not-here');
      // Nobody says that a person has read what a machine wrote and somebody changed: its state says that, or not.
      const isMachine = listing !== null && textStateOf(listing, language, field) === 'machine';
      return whole(`translations.${language}`, withText(field, text, isMachine ? 'machine' : 'human'));
    },
  };
}

function stateColumn(language: string, field: TranslatedField): SheetColumn {
  return {
    name: `${columnName(language, field)}_state`,
    place: `translations.${language}.states.${field}`,
    cell: (listing) => {
      const state = textStateOf(listing, language, field);
      return state === 'missing' ? '' : state;
    },
    read: (text) => {
      const by = text.toLowerCase();
      if (by === '') return whole(`translations.${language}`, (now) => now);
      // Stale is worked out: it is true of the words as they are now.
      if (!isOneOf(TRANSLATION_MAKERS, by)) return fail('not-understood');
      return whole(`translations.${language}`, withMaker(field, by));
    },
  };
}

function columnName(language: string, field: TranslatedField): string {
  return `${field}_in_${language.toLowerCase()}`;
}

function withText(field: TranslatedField, text: string, by: TranslationMaker): CellValue {
  return (now, row) => {
    const { [field]: _text, states: { [field]: _made, ...states } = {}, ...rest } = translationIn(now);
    if (text !== '')
      return jsonOf({ ...rest, [field]: text, states: { ...states, [field]: made(by, field, row) } });
    const left = { ...rest, ...(Object.keys(states).length > 0 && { states }) };
    return Object.keys(left).length > 0 ? jsonOf(left) : null;
  };
}

/** Of a text that is there. */
function withMaker(field: TranslatedField, by: TranslationMaker): CellValue {
  return (now, row) => {
    const held = translationIn(now);
    if (!held[field]) return now;
    return jsonOf({ ...held, states: { ...held.states, [field]: made(by, field, row) } });
  };
}

function made(by: TranslationMaker, field: TranslatedField, row: RowValues) {
  const source = row(field);
  return { by, of: markOf(typeof source === 'string' ? source : '') };
}

function translationIn(now: JsonValue): Translation {
  return (now ?? {}) as Translation;
}
