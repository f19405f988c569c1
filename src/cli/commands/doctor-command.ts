import { existsSync, readFileSync } from 'node:fs';
import { examineHost, type PublishedFile } from '../doctor/examine.ts';
import { type Command, UsageError } from './command.ts';

const LIST = 'dist/guide.sha256';
const HASH_LENGTH = 64;

export const doctorCommand: Command = {
  name: 'doctor',
  summary:
    'ask a live host for every file of dist/guide, and say which headers or bytes are not as they must be',
  usage: 'URL',
  run: async ({ words, isJson }) => {
    const origin = originOf(words);
    if (!existsSync(LIST))
      throw new UsageError(`there is no ${LIST} to compare with: run npm run build first`);
    const files = publishedFiles(readFileSync(LIST, 'utf8'));
    const findings = await examineHost(origin, files, (done, all) => {
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
