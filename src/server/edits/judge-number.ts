import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { NumberJudge } from '../../core/edits/lint/check-contacts.ts';

/** By the numbering plans of all countries. In North America a number does not tell whether it is a mobile's. */
export const judgeNumber: NumberJudge = (number) => {
  const parsed = parsePhoneNumberFromString(number);
  if (!parsed?.isPossible()) return 'impossible';
  if (!parsed.isValid()) return 'odd';
  return parsed.getType() === 'MOBILE' ? 'mobile' : 'fine';
};
