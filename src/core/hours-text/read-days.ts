const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const NAMES: readonly RegExp[] = [
  /^(mo|mon|mons|monday|mondays)$/,
  /^(tu|tue|tues|tuesday|tuesdays)$/,
  /^(we|wed|weds|wednesday|wednesdays)$/,
  /^(th|thu|thur|thurs|thursday|thursdays)$/,
  /^(fr|fri|friday|fridays)$/,
  /^(sa|sat|saturday|saturdays)$/,
  /^(su|sun|sunday|sundays)$/,
];

/** Days such as `Mon-Fri`, `Tuesday and Thursday`, `weekdays` as `MO,TU`; undefined where any word is not a day. */
export function readDays(words: string): string | undefined {
  const text = words
    .toLowerCase()
    .replaceAll('.', '')
    .replaceAll(/\s*[-–—]\s*|\s+(?:to|through|thru)\s+/g, '-')
    .trim();
  if (/^(daily|every ?day|all days|7 days a week|seven days a week)$/.test(text)) return DAYS.join(',');
  const found = new Set<number>();
  for (const part of text.split(/\s*(?:,|&|\/|\band\b|\s)\s*/).filter((one) => one !== '')) {
    const days = daysOf(part);
    if (!days) return undefined;
    for (const day of days) found.add(day);
  }
  return found.size > 0 ? DAYS.filter((_, index) => found.has(index)).join(',') : undefined;
}

function daysOf(part: string): number[] | undefined {
  if (/^weekdays?$/.test(part)) return [0, 1, 2, 3, 4];
  if (/^weekends?$/.test(part)) return [5, 6];
  const [first = '', last, ...more] = part.split('-');
  const from = NAMES.findIndex((name) => name.test(first));
  const to = last === undefined ? from : NAMES.findIndex((name) => name.test(last));
  if (from < 0 || to < 0 || more.length > 0) return undefined;
  const days = [from];
  for (let day = from; day !== to; ) {
    day = (day + 1) % DAYS.length;
    days.push(day);
  }
  return days;
}
