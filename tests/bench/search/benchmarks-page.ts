import type { OneSize, Where } from './bench-search.ts';
import { ENGINES } from './engines.ts';
import { isAhead, type Ratio, ratiosOf } from './ratios.ts';
import { PLACES } from './show-search.ts';
import { cellsOf, HEADS, markdownTable, rowsOf } from './table.ts';
import { whyNot } from './why.ts';

/** What the page says of where and when it was measured. */
export interface Circumstances {
  readonly day: string;
  readonly processors: number;
  readonly memoryGiB: number;
  readonly node: string;
  readonly browser: string | null;
  readonly loads: readonly [number, number];
  readonly versions: Readonly<Record<string, string>>;
}

const WHERES: readonly Where[] = ['node', 'worker', 'page'];

/** docs/BENCHMARKS.md, written from one run: nothing in it is typed by hand but why we are not ahead. */
export function benchmarksPage(sizes: readonly OneSize[], around: Circumstances): string {
  const ratios = ratiosOf(sizes);
  return [
    '# Benchmarks',
    introduction(around),
    '![How each exact engine grows](benchmarks-growth.svg)',
    '## Ahead of every exact peer?',
    'How many times the peer’s figure is ours, in the same run: above 1 we are ahead. Build time is reported below and not compared.',
    ...sizes.flatMap(({ listings }) => WHERES.flatMap((where) => ratioTable(ratios, listings, where))),
    '### Where not, and why',
    notAhead(ratios),
    '## Figures',
    'Milliseconds; of questions median / p95 / p99. What each column is: [tests/bench/README.md](../tests/bench/README.md).',
    ...sizes.flatMap((size) => WHERES.flatMap((where) => figureTables(size, where))),
    '## Who does what',
    ...Object.values(ENGINES).map(({ name, how, package: from }) => {
      const version = from ? ` ${around.versions[from] ?? ''}` : '';
      return `- **${name}**${version}: ${how}.`;
    }),
  ]
    .join('\n\n')
    .replaceAll('.\n\n- **', '.\n- **')
    .concat('\n');
}

function introduction(around: Circumstances): string {
  const [before, after] = around.loads;
  const isShared = Math.max(before, after) > around.processors;
  const browser = around.browser ? `, Chromium ${around.browser.split('.')[0]}` : '';
  return [
    `Measured on ${around.day}: ${around.processors} processors, ${around.memoryGiB} GiB, Node ${around.node}${browser}; load ${before.toFixed(1)} at the start, ${after.toFixed(1)} at the end.`,
    isShared
      ? '**Others used the machine at the same time**: only figures of one table can be compared, and tails (p95, p99) are partly theirs.'
      : 'Compare only figures of one table: machines differ by more than engines.',
    'Repeat it with `npm run bench -- search --write` (all sizes: hours and 16 GiB), or `npm run bench -- search 1000 10000` for some. The first time it installs the peers, from a lock file of their own in `tests/bench/peers`.',
    'Larger lists, in Node: [BENCHMARKS-LARGE.md](BENCHMARKS-LARGE.md).',
  ].join('\n');
}

function ratioTable(ratios: readonly Ratio[], listings: number, where: Where): string[] {
  const here = ratios.filter((ratio) => ratio.listings === listings && ratio.where === where);
  if (here.length === 0) return [];
  const whats = [...new Set(here.map(({ what }) => what))].filter((what) => !what.includes('p95'));
  const peers = [...new Set(here.map(({ peer }) => peer))];
  const cell = (peer: string, what: string) => {
    const find = (name: string) => here.find((ratio) => ratio.peer === peer && ratio.what === name);
    const [median, tail] = [find(what), find(what.replace('median', 'p95'))];
    if (!median) return '-';
    if (!tail || tail === median) return times(median);
    return `${times(median)} (p95 ${times(tail)})`;
  };
  return [
    `${listings.toLocaleString('en')} listings, ${PLACES[where]}:`,
    markdownTable(
      ['peer', ...whats.map((what) => what.replace(' median', ''))],
      peers.map((peer) => [peer, ...whats.map((what) => cell(peer, what))]),
    ),
  ];
}

function times(ratio: Ratio): string {
  const value = ratio.theirs / ratio.ours;
  const text = value >= 10 ? value.toFixed(0) : value.toFixed(value >= 1 ? 1 : 2);
  return isAhead(ratio) ? text : `**no** ${text}`;
}

/** A line for each reason, with what it explains. */
function notAhead(ratios: readonly Ratio[]): string {
  const byReason = new Map<string, Map<string, Set<string>>>();
  for (const ratio of ratios) {
    if (isAhead(ratio)) continue;
    const reason = whyNot(ratio);
    const whats = byReason.get(reason) ?? new Map<string, Set<string>>();
    const peers = whats.get(ratio.what) ?? new Set<string>();
    byReason.set(reason, whats.set(ratio.what, peers.add(ratio.peer)));
  }
  if (byReason.size === 0) return 'Nowhere in this run.';
  return [...byReason]
    .map(([reason, whats]) => {
      const said = [...whats].map(([what, peers]) => `${what} (${[...peers].join(', ')})`);
      return `- ${said.join('; ')}: ${reason}.`;
    })
    .join('\n');
}

function figureTables(size: OneSize, where: Where): string[] {
  const rows = rowsOf(size, where);
  if (rows.length === 0) return [];
  return [false, true].flatMap((isOn) => [
    `### ${size.listings.toLocaleString('en')} listings, ${PLACES[where]}, status filter ${isOn ? 'on' : 'off'}`,
    markdownTable(
      HEADS,
      rows.map((row) => cellsOf(row, isOn)),
    ),
  ]);
}
