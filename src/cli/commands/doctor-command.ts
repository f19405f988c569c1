import { existsSync, readFileSync } from 'node:fs';
import { examineHost, type PublishedFile } from '../doctor/examine.ts';
import { HOSTED_APPS, type HostedApp } from '../hosts/hosted-app.ts';
import { type Command, UsageError } from './command.ts';

const HASH_LENGTH = 64;

export const doctorCommand: Command = {
  name: 'doctor',
  summary:
    'ask a live host for every file of dist/guide, and say which headers or bytes are not as they must be',
  usage: 'URL [--app casework]',
  options: { app: { type: 'string' } },
  run: async ({ words, options, isJson }) => {
    const origin = originOf(words);
    const app = appOf(options.app);
    const list = `dist/${app.name}.sha256`;
    if (!existsSync(list))
      throw new UsageError(`there is no ${list} to compare with: run npm run build first`);
    const files = publishedFiles(readFileSync(list, 'utf8'));
    const findings = await examineHost(origin, { app, files }, (done, all) => {
      if (!isJson && process.stderr.isTTY) process.stderr.write(`\r${done} of ${all} `);
    });
    if (!isJson && process.stderr.isTTY) process.stderr.write('\r');
    if (isJson) console.log(JSON.stringify(findings, null, 1));
    else {
      for (const { path, what, nextStep } of findings) console.error(`${path} ${what}\n    ${nextStep}`);
      console.log(
        findings.length === 0
          ? `${origin} sends all ${files.length} files as they were built, with the headers that were agreed`
          : `${findings.length} things to mend at ${origin}`,
      );
    }
    return findings.length === 0 ? 0 : 1;
  },
};

function appOf(name: unknown): HostedApp {
  if (name === undefined) return HOSTED_APPS.guide;
  if (name === 'guide' || name === 'casework') return HOSTED_APPS[name];
  throw new UsageError(`--app is guide or casework, not "${String(name)}"`);
}

function originOf([word = '', ...more]: readonly string[]): string {
  const address = URL.canParse(word) ? new URL(word) : null;
  if (!address || more.length > 0 || !/^https?:$/.test(address.protocol))
    throw new UsageError(`give one address like https://guide.example, not "${[word, ...more].join(' ')}"`);
  return address.origin;
}

/** From a list in the form of sha256sum; compressed siblings are the host's own business. */
function publishedFiles(list: string): PublishedFile[] {
  return list
    .split('\n')
    .filter((line) => line !== '' && !/\.(br|gz)$/.test(line))
    .map((line) => ({ sha256: line.slice(0, HASH_LENGTH), path: `/${line.slice(HASH_LENGTH + 2)}` }));
}
