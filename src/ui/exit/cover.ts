// The cover: a plain calendar of this month, in the phone's language, that anyone might have open. It is painted from
// nothing but the clock and the browser's own names of months and days, so it is whole offline and needs no words of ours.

const DAYS_IN_WEEK = 7;

/** Fills an element with the month that `today` lies in. */
export function paintCover(root: HTMLElement, today: Date, language: string): void {
  const document = root.ownerDocument;
  const known = knownLanguage(language);
  const month = new Intl.DateTimeFormat(known, { month: 'long', year: 'numeric' });
  const weekday = new Intl.DateTimeFormat(known, { weekday: 'short' });
  const heading = document.createElement('h1');
  heading.textContent = month.format(today);
  const table = document.createElement('table');
  const head = table.createTHead().insertRow();
  for (let day = 0; day < DAYS_IN_WEEK; day++) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    // 5 January 2026 was a Monday.
    cell.textContent = weekday.format(new Date(2026, 0, 5 + day));
    head.append(cell);
  }
  const body = table.createTBody();
  const first = new Date(today.getFullYear(), today.getMonth(), 1);
  const blanks = (first.getDay() + DAYS_IN_WEEK - 1) % DAYS_IN_WEEK;
  const days = new Date(today.getFullYear(), today.getMonth() + 1, 0).getDate();
  let row = body.insertRow();
  for (let cell = 0; cell < blanks + days; cell++) {
    if (cell > 0 && cell % DAYS_IN_WEEK === 0) row = body.insertRow();
    const day = cell - blanks + 1;
    const place = row.insertCell();
    if (day < 1) continue;
    place.textContent = String(day);
    if (day === today.getDate()) place.setAttribute('aria-current', 'date');
  }
  root.replaceChildren(heading, table);
}

/** Some browsers name a language in a way that Intl refuses ("en-US@posix"): then it chooses by itself. */
function knownLanguage(language: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(language)[0];
  } catch {
    return undefined;
  }
}
