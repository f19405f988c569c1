import { fail, type Result, succeed } from './result.ts';

/** A number that works only inside one country, such as 116 in Kenya. */
export interface ShortCode {
  readonly code: string;
  /** ISO 3166 alpha-2. */
  readonly country: string;
}
/** E.164 (`+442079460000`) or a short code with its country. */
export type PhoneNumber = string | ShortCode;
export type PhoneProblem = { readonly kind: 'not-a-safe-number' };

const NOT_SAFE = fail<PhoneProblem>({ kind: 'not-a-safe-number' });
const E164 = /^\+[1-9]\d{6,14}$/;
const SHORT_CODE = /^\d{2,6}$/;

// Numbers that cost the caller dearly, by country calling code. A link to one could be planted to do harm.
// Source: the national numbering plans (ITU-T E.164) of the countries that have lines here, as libphonenumber has them;
// UK 084 and 087 cost more than a local call but are no premium rate, and real services still have them.
const PREMIUM = [
  /^\+1(900|976)/,
  /^\+254900/,
  /^\+27(86[2-9]|9[0-2])/,
  /^\+3190[069]/,
  /^\+338(1[2-9]|2[2-47-9]|3[0-57-9]|36\d{6}$|[5689])/,
  /^\+34(80[3679]|905)/,
  // Ten digits: the same beginning with eight is a number in Dublin.
  /^\+35315\d{8}$/,
  /^\+380900/,
  /^\+39(0878|144|16[346]|89)/,
  /^\+44(9|70)/,
  /^\+49(900|137)/,
  /^\+55[59]00/,
  /^\+61190/,
  /^\+64(1[13-57-9]|50|90)/,
  /^\+91186[12]\d{9}$/,
  // International premium rate.
  /^\+979/,
];

/**
 * A `tel:` or `sms:` link that can only ring a number. Refuses `*`, `#`, commas and parameters (codes that run commands
 * on the device) and premium-rate numbers. Extensions are never part of it.
 */
export function parsePhone(
  number: PhoneNumber,
  scheme: 'tel' | 'sms' = 'tel',
): Result<{ href: string }, PhoneProblem> {
  if (typeof number !== 'string') {
    const isCode = SHORT_CODE.test(number.code) && /^[A-Z]{2}$/.test(number.country);
    return isCode ? succeed({ href: `${scheme}:${number.code}` }) : NOT_SAFE;
  }
  const isSafe = E164.test(number) && !PREMIUM.some((prefix) => prefix.test(number));
  return isSafe ? succeed({ href: `${scheme}:${number}` }) : NOT_SAFE;
}
