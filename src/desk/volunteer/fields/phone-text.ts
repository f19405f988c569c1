import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A number as people read it out. */
export function phoneForPeople(number: string): string {
  return parsePhoneNumberFromString(number)?.formatInternational() ?? number;
}
