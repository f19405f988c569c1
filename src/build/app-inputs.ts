import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { BuildInputs } from '../cli/build.ts';
import { type BuiltMap, builtMaps } from '../cli/built-maps.ts';
import { type Deployment, deploymentOrThrow } from '../cli/deployment.ts';
import { homePath } from '../cli/home.ts';
import { productionRootFault } from '../cli/production-root.ts';
import { readFrame } from '../cli/regions.ts';
import { isRead, type LocaleStatus, type RegionSummary } from '../core/publishing-points.ts';
import type { Words } from '../page/words.ts';
import { aloneModule } from './plain-script.ts';

export interface AppInputs {
  readonly deployment: Deployment;
  readonly signed: BuildInputs;
  readonly words: Readonly<Record<string, Words>>;
  /** By language; they come with the map. */
  readonly mapWords: Readonly<Record<string, object>>;
  readonly regions: readonly RegionSummary['file'][];
  /** By language, then by namespace: who has read the words. */
  readonly statuses: Readonly<Record<string, LocaleStatus>>;
  /** For an app without a signed index to name them. */
  readonly maps: readonly BuiltMap[];
  readonly seed: Buffer;
  /** store/by-delta.ts, fetched when a list is brought up to date and not kept with the app. */
  readonly byDelta: string;
  /** store/follow-root.ts, likewise: fetched where the keys have been changed. */
  readonly followRoot: string;
  /** Languages of which no speaker has read some part: the app says so in each of them (settled 40). */
  readonly drafts: ReadonlySet<string>;
}

/**
 * Everything an app is built from besides its source: the deployment, those of the words that it shows, and what
 * `waypost build` signed.
 */
export async function readAppInputs(shows: (namespace: string) => boolean): Promise<AppInputs> {
  const path = homePath('inputs.json');
  if (!existsSync(path))
    throw new Error('build: no signed regions yet; run "npm run waypost -- build" first');
  const deployment = deploymentOrThrow();
  const signed = readJson(path) as BuildInputs;
  const fault = deployment.root ? productionRootFault(signed.root) : null;
  if (fault) throw new Error(`build: ${fault}`);
  const all = Object.fromEntries(
    deployment.languages.map((language) => [language, readWords(language, shows)]),
  );
  const statuses = Object.fromEntries(
    deployment.languages.map((language) => [
      language,
      readJson(`locales/${language}/status.json`) as LocaleStatus,
    ]),
  );
  const drafts = new Set(
    deployment.languages.filter((language) =>
      Object.keys(all[language] ?? {}).some((namespace) => !isRead(statuses[language], namespace)),
    ),
  );
  const regions = ['world', ...deployment.regions].map((id) => readFrame(id).file);
  const entries = Object.entries(all).map(([language, { map = {}, ...rest }]) => ({ language, map, rest }));
  const words = Object.fromEntries(entries.map(({ language, rest }) => [language, rest]));
  const mapWords = Object.fromEntries(entries.map(({ language, map }) => [language, map]));
  const seed = readFileSync(homePath('site', 'data', signed.seedPath));
  const byDelta = await aloneModule('src/store/by-delta.ts');
  const followRoot = await aloneModule('src/store/follow-root.ts');
  const maps = builtMaps(['world', ...deployment.regions]);
  if (!maps.ok)
    throw new Error(`build: ${maps.problem.map(({ file, reason }) => `${file} ${reason}`).join('; ')}`);
  return {
    deployment,
    regions,
    statuses,
    signed,
    words,
    mapWords,
    maps: maps.value,
    seed,
    byDelta,
    followRoot,
    drafts,
  };
}

function readWords(language: string, shows: (namespace: string) => boolean): Words {
  const folder = `locales/${language}`;
  const namespaces = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace(/\.json$/, ''))
    .filter((name) => name !== 'status' && shows(name));
  return Object.fromEntries(
    namespaces.sort().map((name) => [name, readJson(`${folder}/${name}.json`) as object]),
  );
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
