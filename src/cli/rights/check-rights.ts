import {
  originalId,
  RIGHTS_QUESTIONS,
  type RightsPage,
  rightsPageId,
  type Treaties,
} from '../../core/rights.ts';
import type { InputProblem } from '../regions.ts';

/** A page and the file that it stands in, as in `ke/under-18.sw.json`. */
export interface RightsFile {
  readonly file: string;
  readonly page: RightsPage;
}

/** What no page can know by itself: that all are there, that languages agree, that a named treaty was joined. */
export function checkRights(files: readonly RightsFile[], treaties: Treaties | null): InputProblem[] {
  const originals = new Map(
    files.filter(({ page }) => page.translation_of === null).map((one) => [one.page.id, one.page]),
  );
  return [
    ...files.flatMap(misplaced),
    ...missingQuestions(files, originals),
    ...files.flatMap((one) => unlikeItsOriginal(one, originals)),
    ...files.flatMap((one) => treatiesNotJoined(one, treaties)),
  ];
}

/** How much there is, and how much of it a person has checked: one line for a report. */
export function rightsSummary(pages: readonly RightsPage[]): string {
  const originals = pages.filter(({ translation_of }) => translation_of === null);
  const statements = originals.flatMap((page) => page.statements);
  const checked = statements.filter(({ checked_on }) => checked_on !== null).length;
  const sources = statements.flatMap((one) => one.sources);
  const unread = sources.filter(({ read_on }) => read_on === null).length;
  const versions = pages.length - originals.length;
  return [
    `rights: ${originals.length} pages and ${versions} in another language`,
    `${statements.length} statements, ${checked} checked by a person`,
    `${sources.length} sources, ${unread} named by section only`,
  ].join('; ');
}

function misplaced({ file, page }: RightsFile): InputProblem[] {
  const place = `${page.country.toLowerCase()}/${page.question}.${page.language}.json`;
  return file.endsWith(place) ? [] : [{ file, field: 'id', reason: `belongs into ${place}` }];
}

// A question left out would look as if nothing were known of it; what is true there is said plainly instead.
function missingQuestions(
  files: readonly RightsFile[],
  originals: ReadonlyMap<string, RightsPage>,
): InputProblem[] {
  const countries = [...new Set(files.map(({ page }) => page.country))];
  return countries.flatMap((country) =>
    RIGHTS_QUESTIONS.filter((question) => !originals.has(originalId(country, question))).map((question) => ({
      file: country.toLowerCase(),
      field: question,
      reason: 'has no page in the language it was written in',
    })),
  );
}

function unlikeItsOriginal(
  { file, page }: RightsFile,
  originals: ReadonlyMap<string, RightsPage>,
): InputProblem[] {
  if (page.translation_of === null) return [];
  const original = originals.get(page.translation_of);
  const problem = (field: string, reason: string) => ({ file, field, reason });
  if (!original) return [problem('translation_of', `is ${page.translation_of}, which is not there`)];
  if (original.language === page.language)
    return [problem('language', `is that of ${rightsPageId(original)} itself`)];
  const problems: InputProblem[] = [];
  if (page.statements.length !== original.statements.length)
    problems.push(
      problem(
        'statements',
        `are ${page.statements.length}, not ${original.statements.length} as in the original`,
      ),
    );
  else
    problems.push(
      ...page.statements.flatMap(({ sources }, at) =>
        isSame(sources, original.statements[at]?.sources)
          ? []
          : [problem(`statements.${at}.sources`, 'are not those of the original')],
      ),
    );
  if (!isSame(page.leads_to, original.leads_to))
    problems.push(problem('leads_to', 'is not that of the original'));
  if (!isSame(page.treaties, original.treaties))
    problems.push(problem('treaties', 'are not those of the original'));
  return problems;
}

function treatiesNotJoined({ file, page }: RightsFile, treaties: Treaties | null): InputProblem[] {
  return page.treaties
    .filter((treaty) => treaties?.countries[page.country]?.[treaty].status !== 'joined')
    .map((treaty) => ({
      file,
      field: 'treaties',
      reason: `names ${treaty}, and treaties.json does not say that ${page.country} has joined it`,
    }));
}

/** Both are plain data that the schema has put into one order of keys. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
