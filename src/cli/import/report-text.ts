import { LIMITS } from '../../pack/format.ts';
import type { ImportReport } from './run-import.ts';
import type { Outcome, TallyLine } from './tally.ts';

const HEADINGS: Readonly<Record<Outcome, string>> = {
  refused: 'Rows that did not become a listing',
  left: 'For a person to look at',
  dropped: 'Left out',
  repaired: 'Mended',
};

/** The report as a volunteer reads it: what happened, why, in which rows. Never a value that was left out. */
export function reportText(report: ImportReport, folder: string, isDry: boolean): string {
  const { fates, differences } = report;
  return [
    `Read as ${report.format}, ${report.encoding}: ${report.rows} services.`,
    `${report.listings} listings, ${report.leftForAPerson} of them without a need or a way to reach them.`,
    writtenLine(report, folder, isDry),
    ...(report.isStopped
      ? ['Stopped before the end of the source. What was taken is whole: import again to go on.']
      : []),
    ...(report.parts > 1
      ? [
          `A region holds at most ${LIMITS.records} listings: the others are in part-2 to part-${report.parts} inside it.`,
        ]
      : []),
    ...(fates['edited-here'] > 0
      ? [`${fates['edited-here']} changed at their source and were edited in the folder: left as they are.`]
      : []),
    ...(report.gone.length > 0
      ? [`${report.gone.length} are no longer in the source: ${named(report.gone)}`]
      : []),
    ...differences.map(({ slug, field, before, after }) => `  ${slug}: ${field}: ${before} -> ${after}`),
    ...(Object.keys(HEADINGS) as Outcome[]).flatMap((outcome) => section(report.tally, outcome)),
    ...(report.unknownColumns.length > 0
      ? [`Columns that nobody read: ${report.unknownColumns.join(', ')}`]
      : []),
  ].join('\n');
}

function writtenLine({ fates, listings }: ImportReport, folder: string, isDry: boolean): string {
  if (isDry) return 'Nothing was written (--dry-run).';
  if (fates.same === listings && listings > 0) return 'Nothing has changed since the last import.';
  return `${folder}: ${fates.new} new, ${fates.changed} changed, ${fates.same} as before.`;
}

function section(tally: readonly TallyLine[], outcome: Outcome): string[] {
  const lines = tally.filter((line) => line.outcome === outcome);
  if (lines.length === 0) return [];
  return ['', `${HEADINGS[outcome]}:`, ...lines.map(tallyText)];
}

function tallyText({ reason, count, rows }: TallyLine): string {
  if (count === 1) return `  row ${rows[0]}: ${reason}`;
  const more = count > rows.length ? ' ...' : '';
  return `  ${count} x ${reason} (rows ${rows.join(', ')}${more})`;
}

function named(slugs: readonly string[]): string {
  const most = 20;
  return slugs.slice(0, most).join(', ') + (slugs.length > most ? ' ...' : '');
}
