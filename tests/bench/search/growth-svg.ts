import type { OneSize } from './bench-search.ts';
import { askedOf, ms, type Row, rowsOf } from './table.ts';

// How figures grow with the directory, in Node: a panel a figure, a line an exact engine, both axes logarithmic.

interface Panel {
  readonly title: string;
  figure(row: Row): number | null;
}

const PANELS: readonly Panel[] = [
  { title: 'open, ms', figure: ({ open }) => open },
  { title: 'memory, MB', figure: ({ memory }) => (memory === null ? null : memory / 1_000_000) },
  {
    title: 'f: filters and radius, median ms',
    figure: (row) => askedOf(row, 'f', false)?.times.median ?? null,
  },
  {
    title: 'w: without the radius, median ms',
    figure: (row) => askedOf(row, 'w', false)?.times.median ?? null,
  },
  {
    title: 't: words and filters, median ms',
    figure: (row) => askedOf(row, 't', false)?.times.median ?? null,
  },
  { title: 'x: words alone, median ms', figure: (row) => askedOf(row, 'x', false)?.times.median ?? null },
];
const [WIDTH, HEIGHT, MARGIN, LEGEND] = [340, 240, 44, 40];
const COLUMNS = 3;
// Told apart without red and green, and by their dashes.
const INKS = ['#1d4ed8', '#111827', '#b45309', '#7c3aed', '#0e7490', '#be185d', '#4d7c0f', '#6b7280'];
const DASHES = ['', '2 3', '8 3', '1 2', '12 3 2 3', '5 5', '3 1', '10 6'];

interface Line {
  readonly name: string;
  readonly points: readonly (readonly [number, number])[];
}

export function growthSvg(sizes: readonly OneSize[]): string {
  const names = [...new Set(sizes.flatMap((size) => exactRows(size).map(({ name }) => name)))];
  const panels = PANELS.map((panel, place) => {
    const x = (place % COLUMNS) * WIDTH;
    const y = Math.floor(place / COLUMNS) * HEIGHT + LEGEND;
    return `<g transform="translate(${x} ${y})">${panelSvg(panel, names, sizes)}</g>`;
  });
  const [width, height] = [WIDTH * COLUMNS, HEIGHT * Math.ceil(PANELS.length / COLUMNS) + LEGEND];
  const legend = names.map(
    (name, place) =>
      `<g transform="translate(${16 + place * 140} 20)"><path d="M0 0h28" ${inkOf(place)}/><text x="34" y="4">${name}</text></g>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11">`,
    '<title>How the figures of each exact engine grow with the directory</title>',
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...legend,
    ...panels,
    '</svg>\n',
  ].join('\n');
}

function exactRows(size: OneSize): Row[] {
  return rowsOf(size, 'node').filter(({ isExact }) => isExact === true);
}

function panelSvg({ title, figure }: Panel, names: readonly string[], sizes: readonly OneSize[]): string {
  const lines = names.map((name): Line => {
    const points = sizes.flatMap((size): [number, number][] => {
      const row = exactRows(size).find((one) => one.name === name);
      const value = row ? figure(row) : null;
      return value === null || value <= 0 ? [] : [[size.listings, value]];
    });
    return { name, points };
  });
  const all = lines.flatMap(({ points }) => points);
  if (all.length === 0) return '';
  const across = scale(
    all.map(([listings]) => listings),
    [MARGIN, WIDTH - 12],
  );
  const up = scale(
    all.map(([, value]) => value),
    [HEIGHT - MARGIN, 24],
  );
  const paths = lines.map(({ points }, place) => {
    const at = points.map(([listings, value]) => `${across.at(listings)} ${up.at(value)}`);
    return at.length === 0 ? '' : `<path d="M${at.join('L')}" ${inkOf(place)}/>`;
  });
  const ticks = [
    ...sizes.map(
      ({ listings }) =>
        `<text x="${across.at(listings)}" y="${HEIGHT - MARGIN + 16}" text-anchor="middle">${listings.toLocaleString('en')}</text>`,
    ),
    ...up.powers.map(
      (value) =>
        `<path d="M${MARGIN} ${up.at(value)}H${WIDTH - 12}" stroke="#ddd"/><text x="${MARGIN - 4}" y="${up.at(value) + 4}" text-anchor="end">${plain(value)}</text>`,
    ),
  ];
  return [`<text x="${MARGIN}" y="14" font-weight="bold">${title}</text>`, ...ticks, ...paths].join('\n');
}

function plain(value: number): string {
  return value >= 1 ? value.toLocaleString('en') : ms(value).replace(/0+$/, '');
}

function scale(values: readonly number[], [from, to]: readonly [number, number]) {
  const [least, most] = [Math.log10(Math.min(...values)), Math.log10(Math.max(...values))];
  const span = most - least || 1;
  const powers: number[] = [];
  for (let power = Math.ceil(least); power <= most; power++) powers.push(10 ** power);
  return {
    powers,
    at: (value: number) => Number((from + ((Math.log10(value) - least) / span) * (to - from)).toFixed(1)),
  };
}

function inkOf(place: number): string {
  const dash = DASHES[place % DASHES.length];
  return `fill="none" stroke="${INKS[place % INKS.length]}" stroke-width="${place === 0 ? 2.5 : 1.5}"${dash ? ` stroke-dasharray="${dash}"` : ''}`;
}
