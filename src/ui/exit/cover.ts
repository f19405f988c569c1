// The cover: a plain calendar, in the phone's language, that anyone might have open and that can be leafed through. It is
// painted from nothing but the clock and the browser's own names of months and days, so it is whole offline and needs no
// words of ours.

const DAYS_IN_WEEK = 7;
const LONGEST_NAME = 4;
const RIGHT_TO_LEFT = /^(ar|fa|ur|he|ps)\b/;

/** Fills an element with the month that `today` lies in, and ways to the months around it. */
export function paintCover(root: HTMLElement, today: Date, language: string): void {
  const known = knownLanguage(language);
  root.dir = RIGHT_TO_LEFT.test(known ?? '') ? 'rtl' : 'ltr';
  paintMonth(root, today, 0, known);
}

/** `ahead` counts months from today's. */
function paintMonth(root: HTMLElement, today: Date, ahead: number, language: string | undefined): void {
  const document = root.ownerDocument;
  const first = new Date(today.getFullYear(), today.getMonth() + ahead, 1);
  const month = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric' });
  const heading = document.createElement('h1');
  heading.textContent = month.format(first);
  const leaf = (sign: string, step: number) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = sign;
    const to = new Date(first.getFullYear(), first.getMonth() + step, 1);
    button.setAttribute('aria-label', month.format(to));
    button.onclick = () => paintMonth(root, today, ahead + step, language);
    return button;
  };
  const head = document.createElement('header');
  // The browser turns these signs around by itself where the language runs from right to left.
  head.append(leaf('‹', -1), heading, leaf('›', 1));
  root.replaceChildren(head, daysOf(document, first, ahead === 0 ? today.getDate() : 0, language));
}

function daysOf(
  document: Document,
  first: Date,
  marked: number,
  language: string | undefined,
): HTMLTableElement {
  const weekdays = namesOfDays(language);
  const table = document.createElement('table');
  const head = table.createTHead().insertRow();
  for (let day = 0; day < DAYS_IN_WEEK; day++) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = weekdays[day] ?? '';
    head.append(cell);
  }
  const body = table.createTBody();
  const blanks = (first.getDay() + DAYS_IN_WEEK - 1) % DAYS_IN_WEEK;
  const days = new Date(first.getFullYear(), first.getMonth() + 1, 0).getDate();
  let row = body.insertRow();
  for (let cell = 0; cell < blanks + days; cell++) {
    if (cell > 0 && cell % DAYS_IN_WEEK === 0) row = body.insertRow();
    const day = cell - blanks + 1;
    const place = row.insertCell();
    if (day < 1) continue;
    place.textContent = String(day);
    if (day === marked) place.setAttribute('aria-current', 'date');
  }
  return table;
}

/** From Monday on. Some languages have no short names: seven whole ones would run into each other on a phone. */
function namesOfDays(language: string | undefined): string[] {
  const named = (weekday: 'short' | 'narrow') => {
    const format = new Intl.DateTimeFormat(language, { weekday });
    // 5 January 2026 was a Monday.
    return Array.from({ length: DAYS_IN_WEEK }, (_, day) => format.format(new Date(2026, 0, 5 + day)));
  };
  const short = named('short');
  return short.some(({ length }) => length > LONGEST_NAME) ? named('narrow') : short;
}

/** Some browsers name a language in a way that Intl refuses ("en-US@posix"): then it chooses by itself. */
function knownLanguage(language: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(language)[0];
  } catch {
    return undefined;
  }
}
