import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { BuildInputs } from '../cli/build.ts';
import { isRead, type LocaleStatus } from '../cli/checklist.ts';
import { type Deployment, deploymentOrThrow } from '../cli/deployment.ts';
import { homePath } from '../cli/home.ts';
import { productionRootFault } from '../cli/production-root.ts';
import type { Words } from '../guide/words.ts';
import { aloneModule } from './plain-script.ts';

export interface GuideInputs {
  readonly deployment: Deployment;
  readonly signed: BuildInputs;
  readonly words: Readonly<Record<string, Words>>;
  /** By language; they come with the map. */
  readonly mapWords: Readonly<Record<string, object>>;
  readonly seed: Buffer;
  /** store/by-delta.ts, fetched when a list is brought up to date and not kept with the app. */
  readonly byDelta: string;
  /** store/follow-root.ts, likewise: fetched where the keys have been changed. */
  readonly followRoot: string;
  /** Languages of which no speaker has read some part: the guide says so in each of them (settled 40). */
  readonly drafts: ReadonlySet<string>;
}

/** Everything the guide is built from besides its source: the deployment, the words, and what `waypost build` signed. */
export async function readGuideInputs(): Promise<GuideInputs> {
  const path = homePath('inputs.json');
  if (!existsSync(path))
    throw new Error('build: no signed regions yet; run "npm run waypost -- build" first');
  const deployment = deploymentOrThrow();
  const signed = readJson(path) as BuildInputs;
  const fault = deployment.root ? productionRootFault(signed.root) : null;
  if (fault) throw new Error(`build: ${fault}`);
  const all = Object.fromEntries(deployment.languages.map((language) => [language, readWords(language)]));
  const drafts = new Set(deployment.languages.filter((language) => isDraft(language, all[language] ?? {})));
  const entries = Object.entries(all).map(([language, { map = {}, ...rest }]) => ({ language, map, rest }));
  const words = Object.fromEntries(entries.map(({ language, rest }) => [language, rest]));
  const mapWords = Object.fromEntries(entries.map(({ language, map }) => [language, map]));
  const seed = readFileSync(homePath('site', 'data', signed.seedPath));
  const byDelta = await aloneModule('src/store/by-delta.ts');
  const followRoot = await aloneModule('src/store/follow-root.ts');
  return { deployment, signed, words, mapWords, seed, byDelta, followRoot, drafts };
}

function isDraft(language: string, words: Words): boolean {
  const status = readJson(`locales/${language}/status.json`) as LocaleStatus;
  return Object.keys(words).some((namespace) => !isRead(status, namespace));
}

function readWords(language: string): Words {
  const folder = `locales/${language}`;
  const files = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'status.json');
  return Object.fromEntries(
    files.sort().map((name) => [name.replace(/\.json$/, ''), readJson(`${folder}/${name}`) as object]),
  );
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
