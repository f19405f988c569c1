import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryListings } from '../../../tests/fixtures/arbitrary-listing.ts';
import { listingOf } from '../../../tests/fixtures/listing-of.ts';
import { applyChanges } from '../../core/edits/changes.ts';
import type { TextState } from '../../core/edits/text-state.ts';
import { markOf, textStateOf } from '../../core/edits/text-state.ts';
import type { Listing } from '../../core/schema.ts';
import { changesFromTexts } from '../../core/translated-texts.ts';
import { textsOfUnits, xliffFiles } from '../../core/xliff.ts';
import { readXliff } from './read-xliff.ts';

const ID = '00000000-0000-4000-8000-000000000001';
const LISTING = listingOf({ id: ID, name: 'Beds & <food> "now"\nand later', description: 'Beds tonight.' });
const of = (text: string) => markOf(text);
const NAME = LISTING.name;

/** The listing with a name in Arabic of this state. */
function named(state: TextState, text = 'بيت'): Listing {
  if (state === 'missing') return LISTING;
  const by = state === 'stale' ? 'human' : state;
  const mark = state === 'stale' ? of('other words') : of(NAME);
  return { ...LISTING, translations: { ar: { name: text, states: { name: { by, of: mark } } } } };
}
function fileOf(listing: Listing): string {
  return xliffFiles([listing], ['en', 'ar'])[0]?.text ?? '';
}
/** What the listing is after the file has come back. */
function comeBack(listing: Listing, text: string): Listing {
  const read = readXliff(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  const plan = changesFromTexts(textsOfUnits(read.value.units), {
    listings: [{ region: 'city', listing }],
    language: read.value.language,
  });
  const applied = applyChanges(listing, plan.changes[0]?.changes ?? []);
  if (!applied.ok) throw new Error(JSON.stringify(applied.problem));
  return applied.value;
}
const STATES = ['human', 'reviewed', 'machine', 'stale', 'missing'] as const;
const nameState = (listing: Listing) => textStateOf(listing, 'ar', 'name');
/** As programs do that keep no state. */
const stateless = (text: string) => text.replaceAll(/ (state|state-qualifier|approved)="[^"]*"/g, '');

describe('V13 words of listings as XLIFF', () => {
  it.each(STATES)(
    'V13 %s, out and back, is as it was, also where a program has lost every state',
    (state) => {
      const listing = named(state);
      expect(comeBack(listing, fileOf(listing))).toEqual(listing);
      expect(comeBack(listing, stateless(fileOf(listing)))).toEqual(listing);
    },
  );

  it('V13 law: out and back changes nothing, whatever the listings say', () => {
    fc.assert(
      fc.property(arbitraryListings, (listings) => {
        for (const { text } of xliffFiles(listings, ['en', 'es', 'ar'])) {
          const read = readXliff(text);
          if (!read.ok) throw new Error(JSON.stringify(read.problem));
          const placed = listings.map((listing) => ({ region: 'city', listing }));
          const { language, units } = read.value;
          expect(changesFromTexts(textsOfUnits(units), { listings: placed, language })).toEqual({
            changes: [],
            strangeKeys: 0,
          });
        }
      }),
      { numRuns: 50 },
    );
  });

  it.each(STATES)(
    'V13 of %s, what is open goes out with its source as its target, and untouched says nothing',
    (state) => {
      const listing = named(state);
      const text = xliffFiles([listing], ['en', 'ar'], 'open')[0]?.text ?? '';
      const isOpen = !['human', 'reviewed'].includes(state);
      expect(text.includes('00000001.name')).toBe(isOpen);
      expect(text.includes('00000001.description')).toBe(true);
      expect(comeBack(listing, text)).toEqual(listing);
      expect(comeBack(listing, stateless(text))).toEqual(listing);
    },
  );

  it('V13 a program that translates what stands in the target, and leaves “new” there, is understood', () => {
    const text = xliffFiles([LISTING], ['en', 'ar'], 'open')[0]?.text ?? '';
    const done = text.replace(
      '<target state="new">Beds tonight.</target>',
      '<target state="new">أسرّة</target>',
    );
    const back = comeBack(LISTING, done);
    expect(back.translations.ar).toEqual({
      description: 'أسرّة',
      states: { description: { by: 'human', of: of('Beds tonight.') } },
    });
  });

  it('V13 a machine’s words are no person’s by going round, broken anew, or when the machine has written others since', () => {
    const listing = named('machine', 'بيت الميناء');
    const back = stateless(fileOf(listing));
    const broken = back.replace('بيت الميناء', ' بيت\n  الميناء ');
    expect(comeBack(listing, broken)).toEqual(listing);
    expect(nameState(comeBack(named('machine', 'غيره'), broken))).toBe('machine');
  });

  it.each(['human', 'reviewed', 'stale'] as const)(
    'V13 a machine’s words never take the place of a person’s (%s)',
    (state) => {
      const listing = named(state, 'كلمات');
      expect(comeBack(listing, fileOf(named('machine')))).toEqual(listing);
    },
  );

  it('V13 new words are a person’s, and reviewed ones a speaker’s', () => {
    const done = (attributes: string, approved = 'no') =>
      fileOf(LISTING)
        .replace('</source>', `</source><target ${attributes}>بيت</target>`)
        .replace('approved="no"', `approved="${approved}"`);
    expect(nameState(comeBack(LISTING, done('')))).toBe('human');
    expect(nameState(comeBack(LISTING, done('state="translated"')))).toBe('human');
    expect(nameState(comeBack(LISTING, done('state="final"')))).toBe('reviewed');
    expect(nameState(comeBack(LISTING, done('', 'yes')))).toBe('reviewed');
    expect(nameState(comeBack(LISTING, done('state="needs-translation"')))).toBe('missing');
    expect(nameState(comeBack(LISTING, done('state="translated" state-qualifier="mt-suggestion"')))).toBe(
      'machine',
    );
  });

  it('V13 a machine’s words that a speaker has approved are reviewed', () => {
    const listing = named('machine');
    const approved = stateless(fileOf(listing)).replace('<trans-unit', '<trans-unit approved="yes"');
    expect(nameState(comeBack(listing, approved))).toBe('reviewed');
  });

  it('V13 a text made of words that have changed since comes in as stale', () => {
    const text = fileOf(LISTING).replace('</source>', '</source><target>بيت</target>');
    expect(nameState(comeBack({ ...LISTING, name: 'Other beds' }, text))).toBe('stale');
  });
});

const HEAD = '<?xml version="1.0"?>';
const xliff = (body: string, attributes = 'target-language="ar"') =>
  `<xliff version="1.2"><file ${attributes}><body>${body}</body></file></xliff>`;
const UNIT = '<trans-unit id="a"><source>x</source></trans-unit>';

describe('CT-9 XLIFF that somebody else made', () => {
  it.each([
    ['another file', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', '&e;', 'not-xml'],
    ['words that grow', '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>', '&b;', 'not-xml'],
    ['a document type alone', '<!DOCTYPE xliff SYSTEM "https://canary.example/x.dtd">', '', 'has-doctype'],
    ['a document type with entities that nothing uses', '<!DOCTYPE x [<!ENTITY a "b">]>', '', 'has-doctype'],
    ['an entity of nobody', '', '&nbsp;', 'not-xml'],
  ])('CT-9 %s is refused', (_, doctype, words, kind) => {
    const text = `${HEAD}${doctype}${xliff(`<trans-unit id="a"><source>${words}</source></trans-unit>`)}`;
    expect(readXliff(text)).toEqual({ ok: false, problem: [{ kind }] });
  });

  it.each([
    ['no XML', 'hello', 'not-xml'],
    ['empty', '', 'not-xml'],
    ['cut off', '<xliff version="1.2"><file>', 'not-xml'],
    ['nested without end', '<g>'.repeat(200_000), 'not-xml'],
    ['nested deeply', `${'<g>'.repeat(50_000)}${'</g>'.repeat(50_000)}`, 'not-xliff'],
    ['another document', '<html/>', 'not-xliff'],
    ['XLIFF 2', '<xliff version="2.1"/>', 'other-version'],
    ['of no language', xliff(UNIT, ''), 'no-language'],
    [
      'of two languages',
      xliff(UNIT).replace('</xliff>', '<file target-language="es"/></xliff>'),
      'two-languages',
    ],
  ])('CT-9 a file that is %s is refused whole', (_, text, kind) => {
    const read = readXliff(text);
    const kinds = read.ok ? [] : read.problem.map((one) => one.kind);
    expect([kind, 'not-xml']).toContain(kinds[0]);
  });

  it('CT-9 names each unit that cannot be read, and takes none of the file', () => {
    const text = xliff(
      `${UNIT}<group><trans-unit id="b"><source>x</source><target>a<x id="1"/>b</target></trans-unit></group>` +
        '<trans-unit id="c"/><trans-unit><source>x</source></trans-unit>' +
        UNIT,
    );
    expect(readXliff(text)).toEqual({
      ok: false,
      problem: [
        { kind: 'bad-unit', at: 2, reason: 'markup' },
        { kind: 'bad-unit', at: 3, reason: 'no-source' },
        { kind: 'bad-unit', at: 4, reason: 'no-id' },
        { kind: 'bad-unit', at: 5, reason: 'id-twice' },
      ],
    });
  });

  it('CT-9 what else a program adds is passed over', () => {
    const text = xliff(
      '<trans-unit id="1" resname="a"><source>x</source><target><![CDATA[y]]></target><note>z</note><alt-trans><target>w</target></alt-trans></trans-unit>',
    );
    expect(readXliff(text)).toMatchObject({ value: { units: [{ id: 'a', target: 'y' }] } });
  });
});
