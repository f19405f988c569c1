import { type CoverageRow, type StatusCounts, totalOf } from './coverage.ts';

const ROW = 22;
const HEAD = 84;
const LABEL = 310;
const CELL = 86;
const MARGIN = 12;

/**
 * The table as a picture for a page or a printed report: in each cell how many services there are, and how many of them
 * are known to help whatever the status. Every figure stands there in words; the shade only helps the eye.
 */
export function coverageSvg(
  rows: readonly CoverageRow[],
  languages: readonly string[],
  labels: Readonly<Record<string, string>>,
  title: string,
): string {
  const columns = ['all', ...languages];
  const width = LABEL + columns.length * CELL + 2 * MARGIN;
  const height = HEAD + rows.length * ROW + 2 * MARGIN;
  const most = Math.max(1, ...rows.map(({ all }) => totalOf(all)));
  const heads = columns.map(
    (name, at) =>
      `<text x="${centre(at)}" y="${HEAD - 8}" text-anchor="middle">${inXml(name === 'all' ? 'all' : (LANGUAGES.of(name) ?? name))}</text>`,
  );
  const body = rows.map((row, at) => {
    const y = HEAD + at * ROW;
    const cells = columns.map((name, column) => {
      const counts = name === 'all' ? row.all : (row.byLanguage[name] ?? EMPTY);
      return cell(column, y, counts, most);
    });
    return `<text x="${MARGIN}" y="${y + 15}">${inXml(labels[row.need] ?? row.need)}</text>${cells.join('')}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="sans-serif" font-size="12" fill="#17201f">
<title>${inXml(title)}</title>
<rect width="${width}" height="${height}" fill="#fff"/>
<text x="${MARGIN}" y="24" font-size="15" font-weight="bold">${inXml(title)}</text>
<text x="${MARGIN}" y="44">In each place: services, and in brackets how many are known to help whatever the status.</text>
${heads.join('')}
${body.join('\n')}
</svg>
`;
}

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language' });
const EMPTY: StatusCounts = { confirmed: 0, ask: 0, conditional: 0, refuses: 0 };

function centre(column: number): number {
  return MARGIN + LABEL + column * CELL + CELL / 2;
}

function cell(column: number, y: number, counts: StatusCounts, most: number): string {
  const total = totalOf(counts);
  const shade = total === 0 ? 0 : 0.08 + 0.3 * (total / most);
  const words = total === 0 ? 'none said' : `${total} (${counts.confirmed})`;
  const x = MARGIN + LABEL + column * CELL;
  return `<rect x="${x}" y="${y}" width="${CELL - 2}" height="${ROW - 2}" fill="#0c4f4a" fill-opacity="${shade.toFixed(2)}"/><text x="${centre(column)}" y="${y + 15}" text-anchor="middle">${words}</text>`;
}

function inXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
