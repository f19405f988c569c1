import type { OneSize, Where } from './bench-search.ts';
import { ENGINES } from './engines.ts';
import type { Asked, Measured } from './measure.ts';
import { CLASSES, type QueryClass } from './question.ts';

/** What is compared of an engine; less is better. Null where it was not measured. */
export interface Row {
  readonly engine: string;
  readonly name: string;
  readonly problem: string | null;
  /** null for one that was not asked. */
  readonly isExact: boolean | null;
  readonly build: number | null;
  readonly deflated: number | null;
  readonly brotli: number | null;
  readonly open: number | null;
  readonly first: number | null;
  readonly memory: number | null;
  readonly install: number | null;
  readonly asked: readonly Asked[];
}

const MB = 1_000_000;

export function rowsOf(size: OneSize, where: Where): Row[] {
  return size[where].map((measured) => rowOf(size, measured, where));
}

function rowOf({ built }: OneSize, { engine, ...measured }: Measured, where: Where): Row {
  const file = built.find((one) => one.engine === engine);
  const asked = measured.asked ?? [];
  return {
    engine,
    name: ENGINES[engine]?.name ?? engine,
    problem: measured.problem ?? null,
    isExact: asked.length === 0 ? null : asked.every(({ exact, of }) => exact === of),
    build: where === 'node' ? (file?.buildMs ?? null) : null,
    deflated: file?.deflated ?? null,
    brotli: file?.brotli ?? null,
    open: measured.open?.median ?? null,
    first: measured.first?.median ?? null,
    memory: measured.memory ?? null,
    install: measured.install ?? null,
    asked,
  };
}

export function askedOf(row: Row, kind: QueryClass, isStatusSafe: boolean): Asked | undefined {
  return row.asked.find((one) => one.kind === kind && one.isStatusSafe === isStatusSafe);
}

export const HEADS = [
  'engine',
  'build',
  'deflated / brotli MB',
  'open',
  'open + first words',
  'memory MB',
  ...CLASSES,
  'exact',
] as const;

/** A row's cells, with the status filter off or on. Milliseconds; of questions the median, p95 and p99. */
export function cellsOf(row: Row, isStatusSafe: boolean): string[] {
  if (row.problem !== null) return [row.name, `no figures: ${row.problem}`];
  const times = (kind: QueryClass) => {
    const asked = askedOf(row, kind, isStatusSafe);
    if (!asked) return '-';
    return `${ms(asked.times.median)} / ${ms(asked.times.p95)} / ${ms(asked.times.p99)}`;
  };
  return [
    row.name,
    ms(row.build),
    `${mb(row.deflated)} / ${mb(row.brotli)}`,
    row.install === null ? ms(row.open) : `${ms(row.open)} (after writing for ${ms(row.install)})`,
    ms(row.first),
    mb(row.memory),
    ...CLASSES.map(times),
    exactWords(row, isStatusSafe),
  ];
}

function exactWords(row: Row, isStatusSafe: boolean): string {
  const wrong = CLASSES.flatMap((kind) => {
    const asked = askedOf(row, kind, isStatusSafe);
    return asked && asked.exact < asked.of ? [`${kind} ${asked.exact} of ${asked.of}`] : [];
  });
  return wrong.length === 0 ? 'yes' : wrong.join(', ');
}

export function ms(value: number | null): string {
  if (value === null || Number.isNaN(value)) return '-';
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

export function mb(bytes: number | null): string {
  if (bytes === null) return '-';
  const value = bytes / MB;
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(value >= 10 ? 1 : 2);
}

/** For people who look at a terminal. */
export function plainTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((head, column) =>
    Math.max(
      head.length,
      ...rows.map((row) => (row.length === heads.length ? (row[column]?.length ?? 0) : 0)),
    ),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [heads, ...rows].map(line).join('\n');
}

export function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => {
    const filled = [...cells, ...Array.from({ length: heads.length - cells.length }, () => '')];
    return `| ${filled.join(' | ')} |`;
  };
  return [line(heads), `|${'---|'.repeat(heads.length)}`, ...rows.map(line)].join('\n');
}
