import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { domainToUnicode } from 'node:url';
import * as v from 'valibot';
import { fail, type Result, succeed } from '../core/result.ts';
import { tellingWordsInName } from '../core/telling-words.ts';
import { isRegionId } from '../pack/is-region-id.ts';
import { type ExitSite, exitSiteFault, readExitSites } from './exit-sites.ts';
import { type InputProblem, readJson } from './regions.ts';

// What a deployment decides. A mistake here is on every phone at once, so the file is read strictly: a misspelt field is
// an error, never a setting that silently does not hold.

export const DEPLOYMENT_FILE = 'data/deployment.json';
// What fits under an icon (Web App Manifest: short_name).
const LONGEST_NAME = 30;

const Name = v.pipe(
  v.string('must be a name in quotes'),
  v.trim(),
  v.minLength(1, 'is empty: give the name that stands under the icon'),
  v.maxLength(LONGEST_NAME, `is longer than ${LONGEST_NAME} characters: shorten it`),
  v.regex(/^[\p{L}\p{M}\p{N} ]+$/u, 'may hold letters, digits and spaces only'),
);
const Language = v.pipe(
  v.string(),
  v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is not a language like en or pt-BR: use its tag'),
);
const RegionId = v.pipe(
  v.string(),
  v.check((id) => isRegionId(id), 'is not a region: use the name of a folder in data/regions'),
  v.check((id) => id !== 'world', 'is in every deployment: leave it out'),
);
const Origin = v.pipe(
  v.string(),
  v.check(
    isBareOrigin,
    'is not an address like https://guide.example: https, a name with a dot, and no path',
  ),
);

const DeploymentSchema = v.strictObject({
  neutral_name: Name,
  regions: v.pipe(v.array(RegionId), v.minLength(1, 'is empty: name at least one folder of data/regions')),
  languages: v.pipe(v.array(Language), v.minLength(1, 'is empty: name at least en')),
  /** Whether the lists are kept at the first visit, or only once the person says so (TR-1). */
  keep: v.picklist(['auto', 'ask'], 'must be "auto" or "ask"'),
  /** Whether an open app looks for newer lists by itself, or only when asked to (NW-9). */
  updates: v.optional(v.picklist(['auto', 'manual'], 'must be "auto" or "manual"'), 'auto'),
  exit_sites: v.record(Language, v.array(v.string())),
  /** Where the guide will be served from; absent in the demo. */
  origin: v.optional(Origin),
  /** The file of the root that real keys signed; without it the build is a demo (settled 4). */
  root: v.optional(v.pipe(v.string(), v.minLength(1, 'is empty: name the file, or leave the field out'))),
});

/** Every field that the file may have. */
export const DEPLOYMENT_FIELDS: readonly string[] = Object.keys(DeploymentSchema.entries);

export type Deployment = v.InferOutput<typeof DeploymentSchema>;

/** What the file is checked against besides itself. */
export interface Known {
  readonly exitSites: readonly ExitSite[];
  readonly regions: readonly string[];
  readonly languages: readonly string[];
}

/** Reads a deployment from untrusted JSON. Every problem is reported, with its field and what to do. */
export function parseDeployment(input: unknown, known: Known): Result<Deployment, InputProblem[]> {
  const outcome = v.safeParse(DeploymentSchema, input);
  const problems = outcome.success
    ? crossChecks(outcome.output, known)
    : outcome.issues.map((issue) => problem(v.getDotPath(issue) ?? '(file)', reasonOf(issue)));
  return outcome.success && problems.length === 0 ? succeed(outcome.output) : fail(problems);
}

export function readDeployment(): Result<Deployment, InputProblem[]> {
  let input: unknown;
  try {
    input = readJson(DEPLOYMENT_FILE);
  } catch (error) {
    return fail([problem('(file)', `cannot be read: ${error instanceof Error ? error.message : error}`)]);
  }
  return parseDeployment(input, {
    exitSites: readExitSites(),
    regions: readdirSync('data/regions').filter((id) => existsSync(join('data/regions', id, 'region.json'))),
    languages: readdirSync('locales').filter((code) => existsSync(join('locales', code, 'status.json'))),
  });
}

/** For a step that can do nothing without it. */
export function deploymentOrThrow(): Deployment {
  const read = readDeployment();
  if (read.ok) return read.value;
  throw new Error(read.problem.map(({ file, field, reason }) => `${file}: ${field} ${reason}`).join('\n'));
}

function crossChecks(deployment: Deployment, known: Known): InputProblem[] {
  const { languages, regions, exit_sites: exitSites, origin } = deployment;
  return [
    ...telling('neutral_name', deployment.neutral_name),
    ...(origin ? telling('origin', domainToUnicode(new URL(origin).hostname)) : []),
    ...twins('regions', regions),
    ...twins('languages', languages),
    ...unknown('regions', regions, known.regions, 'has no folder in data/regions: add one, or take it out'),
    ...unknown('languages', languages, known.languages, 'has no folder in locales: add one, or take it out'),
    // The words of every language are made from the English ones, and its exit site is the last resort.
    ...(languages.includes('en') ? [] : [problem('languages', 'lacks en: add it')]),
    ...languages
      .filter((language) => (exitSites[language] ?? []).length === 0)
      .map((language) => problem(`exit_sites.${language}`, 'names no site: add one of data/exit-sites.json')),
    ...Object.keys(exitSites)
      .filter((language) => !languages.includes(language))
      .map((language) => problem(`exit_sites.${language}`, 'is for a language that "languages" lacks')),
    ...Object.entries(exitSites).flatMap(([language, sites]) =>
      sites.flatMap((site, index) => {
        const fault = exitSiteFault(site, known.exitSites, origin);
        return fault ? [problem(`exit_sites.${language}.${index}`, fault)] : [];
      }),
    ),
  ];
}

function telling(field: string, name: string): InputProblem[] {
  return tellingWordsInName(name).map((word) =>
    problem(field, `holds "${word}", which tells what the guide is for: choose another`),
  );
}

function twins(field: string, ids: readonly string[]): InputProblem[] {
  return ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map((id) => problem(field, `names ${id} twice: take one out`));
}

function unknown(
  field: string,
  ids: readonly string[],
  known: readonly string[],
  reason: string,
): InputProblem[] {
  return ids.flatMap((id, index) => (known.includes(id) ? [] : [problem(`${field}.${index}`, reason)]));
}

function reasonOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object' && issue.expected === 'never')
    return 'is not a field of a deployment: check its spelling, or take it out';
  return issue.received === 'undefined' ? 'is missing: add it' : issue.message;
}

function problem(field: string, reason: string): InputProblem {
  return { file: DEPLOYMENT_FILE, field, reason };
}

function isBareOrigin(text: string): boolean {
  try {
    const url = new URL(text);
    return url.protocol === 'https:' && url.origin === text && /^[^.]+(\.[^.]+)+$/.test(url.hostname);
  } catch {
    return false;
  }
}
