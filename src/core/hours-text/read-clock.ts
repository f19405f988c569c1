/** A time of day, and how it was written: two times are only read together when both are written alike. */
export interface Clock {
  /** `HH:MM`. */
  readonly time: string;
  readonly style: '12' | '24' | 'word';
}

const TWELVE = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*([ap])\.?m\.?$/i;
const TWENTY_FOUR = /^(\d{1,2})[:.](\d{2})(?::\d{2})?(z|[+-]\d{2}:?\d{2})?$/i;
const WORDS: Readonly<Record<string, string>> = { noon: '12:00', midday: '12:00', midnight: '00:00' };

/** Reads `8:30am`, `830am`, `noon`, `20:00`, `09:00:00Z`; undefined for anything that would have to be guessed. */
export function readClock(words: string): Clock | undefined {
  const text = words.trim().toLowerCase();
  const word = Object.hasOwn(WORDS, text) ? WORDS[text] : undefined;
  if (word) return { time: word, style: 'word' };
  const twelve = TWELVE.exec(text);
  if (twelve) {
    const hour = Number(twelve[1]);
    // 13:00pm and 0:30am contradict themselves.
    if (hour < 1 || hour > 12) return undefined;
    return clock((hour % 12) + (twelve[3] === 'p' ? 12 : 0), twelve[2] ?? '00', '12');
  }
  const full = TWENTY_FOUR.exec(text);
  return full ? clock(Number(full[1]), full[2] ?? '', '24') : undefined;
}

function clock(hour: number, minutes: string, style: Clock['style']): Clock | undefined {
  if (hour > 23 || Number(minutes) > 59) return undefined;
  return { time: `${String(hour).padStart(2, '0')}:${minutes}`, style };
}

/** From and to, where both can be read without guessing: `9:00-5:00` may be two mornings, so it is not. */
export function readClockRange(from: string, to: string): { opens: string; closes: string } | undefined {
  const opens = readClock(from);
  const closes = readClock(to);
  if (!opens || !closes) return undefined;
  const styles = [opens.style, closes.style].filter((style) => style !== 'word');
  if (new Set(styles).size > 1) return undefined;
  const isTwoDigits = [from, to].every(
    (one) => /^\s*\d{2}[:.]/.test(one) || readClock(one)?.style === 'word',
  );
  if (styles[0] === '24' && !isTwoDigits && closes.time <= '12:59' && opens.time <= '12:59') return undefined;
  return { opens: opens.time, closes: closes.time };
}
