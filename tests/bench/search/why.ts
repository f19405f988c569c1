import type { Ratio } from './ratios.ts';

// Why our engine is not ahead, where it is not. Written by hand after looking; a row that nobody has looked at says so.

interface Why {
  readonly what: RegExp;
  readonly peer?: RegExp;
  readonly because: string;
}

const PLAIN =
  'the engine is still the plain one: JSON that is parsed at open, every entry read for every question (docs/search.md, "Plain for now")';

const WHYS: readonly Why[] = [
  { what: /^(open|memory|deflated bytes)$/, because: `${PLAIN}; and its file holds all that a card shows` },
  { what: /^[fwtx] /, because: PLAIN },
];

export function whyNot({ what, peer }: Ratio): string {
  const why = WHYS.find((one) => one.what.test(what) && (one.peer?.test(peer) ?? true));
  return why?.because ?? 'nobody has looked at it yet';
}
