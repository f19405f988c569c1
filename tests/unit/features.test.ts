import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

// What a reference between projects cannot hold: a feature of the guide stands by itself, and a page knows of the store
// only what it may ask (settled 9), so that the database never stands on the way to the first list.

const GUIDE = 'src/guide';
const files = readdirSync(GUIDE, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => join(GUIDE, name));

const imports = files.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/import\s+(type\s)?[^'";]*?from\s+'(\.[^']+)'/g)].map(
    ([, type, target]) => ({
      file,
      path: join(dirname(file), target ?? ''),
      isTypeOnly: type !== undefined,
    }),
  ),
);
const featureOf = (path: string) => /^src\/guide\/features\/([^/]+)\//.exec(path)?.[1];

test('there are features to look at', () => {
  expect(new Set(files.map(featureOf)).size).toBeGreaterThan(5);
  expect(imports.length).toBeGreaterThan(100);
});

test('no feature imports another', () => {
  const broken = imports.filter(({ file, path }) => {
    const [one, other] = [featureOf(file), featureOf(path)];
    return one !== undefined && other !== undefined && one !== other;
  });
  expect(broken).toEqual([]);
});

test('a page takes only types of messages from the store', () => {
  const broken = imports.filter(
    ({ path, isTypeOnly }) =>
      path.startsWith('src/store/') && !(isTypeOnly && /\/(messages|problems)\.ts$/.test(path)),
  );
  expect(broken).toEqual([]);
});
