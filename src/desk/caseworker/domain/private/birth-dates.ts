import { joined, type PlainRange, rangesOf } from './range.ts';

const MONTHS = [
  'jan(?:uary|uari)?|feb(?:ruary|ruari)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?',
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre',
  'machi|aprili|mei|juni|julai|agosti|septemba|oktoba|novemba|desemba',
  'يناير|فبراير|مارس|أبريل|إبريل|ابريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول',
].join('|');
const DAY = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const MONTH = '(?:0?[1-9]|1[0-2])';
const YEAR = String.raw`(?:19|20)\d{2}`;
const EDGE = String.raw`(?<![\p{L}\p{N}.,:/-])`;
const END = String.raw`(?![\p{L}\p{N}]|[./:-]\d)`;

const NUMERIC = String.raw`(?:${DAY}\s?[./-]\s?${MONTH}|${MONTH}\s?[./-]\s?${DAY})\s?[./-]\s?(?:${YEAR}|\d{2})|${YEAR}\s?[./-]\s?${MONTH}\s?[./-]\s?${DAY}`;
const IN_WORDS = String.raw`${DAY}(?:st|nd|rd|th|º)?(?:\s+(?:of|de|ya))?\s+(?:${MONTHS})\.?,?(?:\s+(?:of|de|del))?\s+${YEAR}|(?:${MONTHS})\.?\s+${DAY}(?:st|nd|rd|th)?,?\s+${YEAR}`;

/** A year, or from one to another: no number of anybody. */
export const YEARS = /^(?:19|20)\d{2}(?:\s?[-/]\s?(?:19|20)?\d{2})?$/;
/** A day with its year, in any of the ways of writing it. */
export const DATE_SHAPE = new RegExp(`${EDGE}(?:${NUMERIC}|${IN_WORDS})${END}`, 'giu');

const BORN =
  '(?:born|d\\.?o\\.?b\\.?|date of birth|birth ?da(?:y|te)|fecha de nac(?:imiento|\\.)?|nac(?:ió|í|ida|ido)|cumple(?:años)?|(?:tarehe|siku) ya kuzaliwa|(?:ali|nili|mza?li)?zaliwa|تاريخ (?:الميلاد|الولادة|ميلادها|ميلاده)|مواليد|ولدت|ولد|عيد (?:ميلادها|ميلاده|ميلادي))';
// Words between, such as "is", "was on the", "el", "mwaka"; no other sentence.
const BETWEEN = String.raw`[^\p{N}.;!?\n]{0,25}?`;
const WITHOUT_YEAR = String.raw`${DAY}(?:st|nd|rd|th|º)?(?:\s+(?:of|de|ya))?\s+(?:${MONTHS})|(?:${MONTHS})\s+${DAY}|${DAY}[./-]${MONTH}`;
const AFTER_WORD = new RegExp(
  String.raw`(?<!\p{L})${BORN}(?!\p{L})\.?:?${BETWEEN}(?<it>${NUMERIC}|${IN_WORDS}|${WITHOUT_YEAR}|${YEAR})${END}`,
  'giu',
);

/** A date is somebody's birthday after a word for it, or when it is two years old or more: notes are of these days. */
export function birthDateRanges(text: string, thisYear: number): PlainRange[] {
  const old = rangesOf(text, DATE_SHAPE).filter(({ from, to }) => {
    const [year] = text.slice(from, to).match(new RegExp(YEAR)) ?? [];
    return year !== undefined && Number(year) <= thisYear - 2;
  });
  return joined([...rangesOf(text, AFTER_WORD), ...old]);
}
