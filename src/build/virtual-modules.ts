import type { Plugin } from 'vite';
import type { Words } from '../guide/words.ts';
import type { GuideInputs } from './guide-inputs.ts';
import { hashedName } from './hashed-name.ts';

/** The modules that exist only in the build: what was signed, which words lie where. */
export function virtualModules(inputs: GuideInputs): Plugin {
  const modules = new Map([
    ['virtual:baked-in', bakedIn(inputs)],
    ['virtual:guide-build', guideBuild(inputs)],
    ['virtual:map-words', `export const mapWords = ${JSON.stringify(inputs.mapWords)};`],
  ]);
  return {
    name: 'waypost-virtual-modules',
    resolveId: (id) => (modules.has(id) ? `\0${id}` : undefined),
    load: (id) => modules.get(id.slice(1)),
  };
}

/** The files that the modules name, written beside the bundles. */
export function virtualFiles({
  words,
  seed,
  byDelta,
  followRoot,
}: GuideInputs): Map<string, string | Uint8Array> {
  const files = new Map<string, string | Uint8Array>();
  for (const one of Object.values(words)) {
    const text = JSON.stringify(one);
    files.set(hashedName(text, '.json'), text);
  }
  const all = JSON.stringify(words);
  files.set(hashedName(all, '.json'), all);
  files.set(hashedName(seed, '.bin'), seed);
  files.set(hashedName(byDelta, '.js'), byDelta);
  files.set(hashedName(followRoot, '.js'), followRoot);
  return files;
}

function bakedIn({ signed, seed, byDelta, followRoot }: GuideInputs): string {
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

function guideBuild({ deployment, signed, words, drafts }: GuideInputs): string {
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
