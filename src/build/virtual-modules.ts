import type { Plugin } from 'vite';
import { CAREFUL_NAMESPACES } from '../core/publishing-points.ts';
import type { Words } from '../page/words.ts';
import type { AppInputs } from './app-inputs.ts';
import { hashedName } from './hashed-name.ts';

/** How the file of a map is called. */
export const MAP = '.pmtiles';

/** The modules that exist only in the build: what was signed, which words lie where. */
export function virtualModules(inputs: AppInputs): Plugin {
  const modules = new Map([
    ['virtual:baked-in', bakedIn(inputs)],
    ['virtual:app-build', appBuild(inputs)],
    ['virtual:at-build', `export const atBuild = ${JSON.stringify(atBuild(inputs))};`],
    ['virtual:named-maps', `export const namedMaps = ${JSON.stringify(namedMaps(inputs))};`],
    ['virtual:map-words', `export const mapWords = ${JSON.stringify(inputs.mapWords)};`],
  ]);
  return {
    name: 'waypost-virtual-modules',
    resolveId: (id) => (modules.has(id) ? `\0${id}` : undefined),
    load: (id) => modules.get(id.slice(1)),
  };
}

/** The files that the modules name, written beside the bundles. */
export function virtualFiles(
  { words, maps, seed, byDelta, followRoot }: AppInputs,
  hasLists: boolean,
): Map<string, string | Uint8Array> {
  const files = new Map<string, string | Uint8Array>();
  for (const one of Object.values(words)) {
    const text = JSON.stringify(one);
    files.set(hashedName(text, '.json'), text);
  }
  const all = JSON.stringify(words);
  files.set(hashedName(all, '.json'), all);
  if (!hasLists) {
    for (const { bytes } of maps) files.set(hashedName(bytes, MAP), bytes);
    return files;
  }
  files.set(hashedName(seed, '.bin'), seed);
  files.set(hashedName(byDelta, '.js'), byDelta);
  files.set(hashedName(followRoot, '.js'), followRoot);
  return files;
}

function bakedIn({ signed, seed, byDelta, followRoot }: AppInputs): string {
  const encode = (text: string) => `new TextEncoder().encode(${JSON.stringify(text)})`;
  const { issued } = JSON.parse(signed.index) as { issued: string };
  return `export const baked = {
    root: ${signed.root},
    index: { bytes: ${encode(signed.index)}, signature: ${encode(signed.indexSignature)} },
    byDeltaUrl: ${JSON.stringify(`/${hashedName(byDelta, '.js')}`)},
    followRootUrl: ${JSON.stringify(`/${hashedName(followRoot, '.js')}`)},
    seedUrl: ${JSON.stringify(`/${hashedName(seed, '.bin')}`)},
    builtAt: ${Date.parse(issued)},
  };`;
}

/** What the checklist of the volunteers' desk asks of the deployment, and nothing else of it. */
function atBuild({ deployment, regions, statuses }: AppInputs): object {
  const { languages, exit_sites, origin, root } = deployment;
  return {
    deployment: { languages, exit_sites, origin, root },
    regions: regions.map(({ id, kind, country, covers }) => ({ id, kind, country, covers })),
    statuses: Object.fromEntries(
      languages.map((language) => [
        language,
        Object.fromEntries(
          CAREFUL_NAMESPACES.map((name) => [name, { state: statuses[language]?.[name]?.state ?? 'draft' }]),
        ),
      ]),
    ),
  };
}

/** Lists come with an index that names their maps; an app without lists has them from its own build. */
function namedMaps({ maps }: AppInputs): object[] {
  return maps.map(({ entry, bytes }) => ({ ...entry, path: `/${hashedName(bytes, MAP)}` }));
}

function appBuild({ deployment, signed, words, drafts }: AppInputs): string {
  const files = Object.entries(words).map(([language, one]) => [
    language,
    `/${hashedName(JSON.stringify(one), '.json')}`,
  ]);
  const { neutral_name, exit_sites } = deployment;
  const languages = deployment.languages.map((code) => ({
    code,
    name: languageName(words[code]),
    isDraft: drafts.has(code),
  }));
  return `
    export const languageFiles = ${JSON.stringify(Object.fromEntries(files))};
    export const allLanguagesFile = ${JSON.stringify(`/${hashedName(JSON.stringify(words), '.json')}`)};
    export const deployment = ${JSON.stringify({ neutral_name, languages, exit_sites })};
    export const countries = ${JSON.stringify(signed.countries)};
  `;
}

function languageName(words: Words | undefined): string {
  return (words?.common as { language?: string } | undefined)?.language ?? '';
}
