import type { Ratio } from './ratios.ts';

// Why our engine is not ahead, where it is not. Written by hand after looking; a row that nobody has looked at says so.

interface Why {
  readonly what: RegExp;
  readonly peer?: RegExp;
  readonly because: string;
}

/** From profiles of the engine at 1,000 and 10,000 listings. The first that fits is told. */
const WHYS: readonly Why[] = [
  {
    what: /^deflated bytes$/,
    because:
      'the file holds every word as it is searched and all that a card shows, so that nothing is parsed at open and no row read for a list; what every file has weighs most in a short one',
  },
  {
    what: /^memory$/,
    peer: /SQLite|Dexie/,
    because:
      'the peer leaves its rows in a database and reads them for each question, at many times the time',
  },
  {
    what: / p95,/,
    because:
      'tails of a few milliseconds are what else the machine did, and garbage: they change places from run to run',
  },
  {
    what: /^[tx] /,
    because:
      'ours folds and ranks whole cards in four groups for each question, whatever was asked; the peer walks a tree that it built at open',
  },
  {
    what: /^[fw] /,
    because:
      'ours answers with whole cards, four groups and advice, the peer with ids and counts: of a short list that is most of the time',
  },
];

export function whyNot({ what, peer }: Ratio): string {
  const why = WHYS.find((one) => one.what.test(what) && (one.peer?.test(peer) ?? true));
  return why?.because ?? 'nobody has looked at it yet';
}
