import { isIsoDate } from '../core/dates.ts';
import { isRecord } from '../core/is-record.ts';
import { type Result, succeed } from '../core/result.ts';
import { type RegionRights, RIGHTS_STATES } from '../core/rights.ts';
import { isPlainText } from '../core/text.ts';
import { damaged } from './damaged.ts';
import type { PackProblem } from './format.ts';
import { readJson } from './read-json.ts';
import { writeJson } from './write-json.ts';

/** The `rght` section. Field by field, so that nothing that a phone does not show reaches the bytes. */
export function encodeRights({ pages, treaties }: RegionRights): Uint8Array {
  return writeJson({
    pages: pages.map((page) => ({
      question: page.question,
      language: page.language,
      translation_of: page.translation_of,
      title: page.title,
      statements: page.statements.map(({ text, sources, checked_on }) => ({
        text,
        sources: sources.map(({ url, title, dated, read_on }) => ({ url, title, dated, read_on })),
        checked_on,
      })),
      leads_to: page.leads_to,
      treaties: page.treaties,
      state: page.state,
    })),
    treaties: treaties.map(({ treaty, name, since, source, as_of }) => ({
      treaty,
      name,
      since,
      source,
      as_of,
    })),
  });
}

/**
 * Reads the `rght` section; one bad field refuses it all, because it is signed as one. Links are judged again before
 * they can be followed; codes that this version does not know are left to whoever shows them.
 */
export function decodeRights(bytes: Uint8Array): Result<RegionRights, PackProblem> {
  const json = readJson(bytes);
  if (!json.ok) return damaged(`rights are ${json.problem}`);
  return isRights(json.value) ? succeed(json.value as RegionRights) : damaged('rights cannot be shown');
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) =>
  typeof value === 'string' && value !== '' && value.length <= 2048 && isPlainText(value);
const isDay: Check = (value) => typeof value === 'string' && isIsoDate(value);
const isNothingOr =
  (is: Check): Check =>
  (value) =>
    value === null || is(value);
const isListOf =
  (is: Check, least = 0): Check =>
  (value) =>
    Array.isArray(value) && value.length >= least && value.every(is);
const isObjectOf =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isRecord(value) && Object.entries(fields).every(([name, is]) => is(value[name]));

// A statement that nobody can look up is refused here too: it could send a person into harm.
const isRights = isObjectOf({
  pages: isListOf(
    isObjectOf({
      question: isText,
      language: isText,
      translation_of: isNothingOr(isText),
      title: isText,
      statements: isListOf(
        isObjectOf({
          text: isText,
          sources: isListOf(
            isObjectOf({
              url: isText,
              title: isText,
              dated: isNothingOr(isDay),
              read_on: isNothingOr(isDay),
            }),
            1,
          ),
          checked_on: isNothingOr(isDay),
        }),
        1,
      ),
      leads_to: isListOf(isText),
      treaties: isListOf(isText),
      state: (value) => RIGHTS_STATES.some((state) => state === value),
    }),
    1,
  ),
  treaties: isListOf(
    isObjectOf({ treaty: isText, name: isText, since: isText, source: isText, as_of: isDay }),
  ),
});
