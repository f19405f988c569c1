import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { type PhoneNumber, parsePhone } from '../../../core/phones.ts';

const SHORT_CODE = /^[1-9]\d{1,5}$/;

/**
 * A number as somebody wrote it, as a listing holds it: with its country's code, or a short code with its country. Without
 * the code it is one of the listing's country or, where that has no numbers, of the country of the number it replaces.
 * Null where it is no number that may be called: the words stay in the field, and nothing is guessed.
 */
export function readWrittenNumber(
  written: string,
  country: string,
  replaced?: PhoneNumber,
): PhoneNumber | null {
  const text = written.trim();
  if (SHORT_CODE.test(text)) return country === 'ZZ' ? null : safe({ code: text, country });
  const parsed = parsePhoneNumberFromString(text, homeOf(country, replaced));
  return parsed?.isValid() && !parsed.ext ? safe(parsed.number) : null;
}

function homeOf(country: string, replaced?: PhoneNumber) {
  if (isSupportedCountry(country)) return { defaultCountry: country };
  const old = typeof replaced === 'string' ? parsePhoneNumberFromString(replaced) : undefined;
  return old && { defaultCallingCode: old.countryCallingCode };
}

function safe(number: PhoneNumber): PhoneNumber | null {
  return parsePhone(number).ok ? number : null;
}
