import { DATE_SHAPE, YEARS } from './birth-dates.ts';
import { joined, type PlainRange, rangesOf } from './range.ts';

// Words before a number by which a register knows somebody. "ID" as people write it; "id" is also the end of other words.
const KINDS = [
  "passport|visa|(?:national )?(?:ID|identity)(?: card)?|driving licen[cs]e|driver'?s licen[cs]e|social security|ssn|nhs|national insurance|ni number|alien (?:registration )?number|a-number|case|file|booking|court|bank account|account|iban|card",
  String.raw`pasaporte|d\.?n\.?i\.?|n\.?i\.?e\.?|c[ée]dula|curp|seguridad social|expediente|tarjeta|cuenta`,
  'pasipoti|kitambulisho|nida|leseni|akaunti|jalada|faili',
  'جواز(?: السفر| سفرها| سفره)?|(?:رقم )?(?:ال)?هوية|الرقم (?:القومي|الوطني|المدني)|بطاقة|الإقامة|الحساب|القضية|ملف',
].join('|');
const NUMBER_WORD = String.raw`(?:\s*(?:no\.?|nr\.?|number|num\.?|#|n[.ºo°]{1,2}|número|namba|nambari|ya|رقم|رقمها|رقمه|is|es|ni|:))*`;
// Four digits at least, alone or with letters and dashes.
const TOKEN = String.raw`(?=(?:[A-Z -]*\d){4})[A-Z]{0,3}[ -]?\d[\dA-Z]*(?:[ -/][\dA-Z]*\d[\dA-Z]*)*`;
const AFTER_WORD = new RegExp(
  String.raw`(?<!\p{L})(?:${KINDS})(?!\p{L})${NUMBER_WORD}\s*(?<it>${TOKEN})(?!\p{L})`,
  'giu',
);

// Numbers that have a shape of their own, by their issuers' rules.
const SHAPES = [
  // United Kingdom, National Insurance (HMRC, NIM39110).
  String.raw`(?![DFIQUV])[A-Z](?![DFIOQUV])[A-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]`,
  // United States, Social Security, and a foreigner's file (USCIS).
  String.raw`\d{3}-\d{2}-\d{4}`,
  String.raw`A-?\d{8,9}`,
  // Spain, DNI and NIE; Mexico, CURP.
  String.raw`\d{8}-?[A-HJ-NP-TV-Z]`,
  String.raw`[XYZ]-?\d{7}-?[A-HJ-NP-TV-Z]`,
  String.raw`[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z\d]\d`,
  // Accounts and cards.
  String.raw`[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,3})?`,
  String.raw`\d{4}(?:[ -]?\d{4}){3}`,
].map((shape) => new RegExp(String.raw`(?<![\p{L}\p{N}-])${shape}(?![\p{L}\p{N}-])`, 'gu'));

export function documentRanges(text: string): PlainRange[] {
  const dates = rangesOf(text, DATE_SHAPE);
  const named = rangesOf(text, AFTER_WORD)
    .filter(({ from, to }) => !YEARS.test(text.slice(from, to)))
    .filter(({ from, to }) => !dates.some((date) => from < date.to && date.from < to));
  return joined([...named, ...SHAPES.flatMap((shape) => rangesOf(text, shape))]);
}
