const FLAG = /private|confidential|hidden|redacted|visibility|unlisted|do_?not_?publish/i;
const NO = /^(|false|no|n|0|off|full|public|null|undefined)$/i;

/**
 * Whether any flag in a source's record hides it. A flag with a value that nobody foresaw hides: the harm of showing a
 * shelter is greater than that of hiding an office.
 */
export function isFlagged(record: Readonly<Record<string, unknown>>, names: RegExp = /./): boolean {
  const isRedacted = String(record.location_type ?? '').toLowerCase() === 'redacted';
  return isRedacted || Object.entries(record).some(([key, value]) => isFlag(key, names) && isSet(value));
}

export function isFlag(key: string, names: RegExp = /./): boolean {
  return FLAG.test(key) && names.test(key) && !/note|policy/i.test(key);
}

function isSet(value: unknown): boolean {
  return typeof value === 'object' && value !== null ? true : !NO.test(String(value ?? '').trim());
}
