import { createHash, createPrivateKey } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type Deployment, readDeployment } from '../../src/cli/deployment.ts';
import { hashFaults, hashList } from '../../src/cli/hashes.ts';
import { homePath } from '../../src/cli/home.ts';
import { filesHolding, filesIn } from './files-holding.ts';

const SITE = 'dist/guide';
// The lists are data and name the services' own pages; what is packed is the same file again.
const ours = filesIn(SITE).filter((name) => !name.startsWith('data/') && !/\.(br|gz|bin|png)$/.test(name));
const texts = ours.map((name) => ({ name, text: readFileSync(join(SITE, name), 'utf8') }));
// Names of kinds of markup, which nothing opens (W3C).
const NAMESPACES = [
  'http://www.w3.org/1998/Math/MathML',
  'http://www.w3.org/1999/xlink',
  'http://www.w3.org/2000/svg',
  'http://www.w3.org/XML/1998/namespace',
];
const ADDRESS =
  /\b(?:https?|wss?|ftp):(?:\\?\/){2}\w[^\s"'`<>)\\]+|(?<=["'`(=])\/\/[\w-]+(?:\.[\w-]+)+[^\s"'`<>)\\]*/g;

function deployment(): Deployment {
  const read = readDeployment();
  if (!read.ok) throw new Error('tests: the deployment file has problems');
  return read.value;
}

function addressesIn(text: string): string[] {
  return [...text.matchAll(ADDRESS)].map(([address]) => address);
}

describe('what is built points at nobody', () => {
  it('NW-15 no file names an address but the exit sites and the namespaces of markup', () => {
    expect(texts.length).toBeGreaterThan(15);
    const exits = Object.values(deployment().exit_sites).flat();
    const found = texts.flatMap(({ name, text }) => addressesIn(text).map((address) => ({ name, address })));
    expect(found.filter(({ address }) => ![...exits, ...NAMESPACES].includes(address))).toEqual([]);
    // They are found at all: each exit site stands in the cover.
    const inCover = found.filter(({ name }) => name === 'cover/index.html').map(({ address }) => address);
    expect(inCover).toEqual(expect.arrayContaining(exits));
  });

  it('NW-15 finds an address however it is written', () => {
    for (const text of [
      'fetch("https://a.example/x")',
      '`wss://a.example`',
      '"https:\\/\\/a.example"',
      'url(//a.example/f.woff)',
      'src="//a.example"',
    ])
      expect(addressesIn(text), text).toHaveLength(1);
    expect(addressesIn('a=b//c.d is a comment; x="/assets/a.js"; /^https:\\/\\/[^/]/')).toEqual([]);
  });

  it('NW-15 there are no source maps, beacons, foreign fonts or names of trackers', () => {
    expect(filesIn('dist').filter((name) => /\.(map|woff2?|ttf|otf)$/.test(name))).toEqual([]);
    const TELLTALE =
      /sourceMappingURL|sendBeacon|google-?analytics|googletagmanager|gtag\(|plausible|matomo|piwik|sentry|bugsnag|datadog|(?<!sc)rollbar|mixpanel|amplitude|segment\.(io|com)|hotjar|fullstory|launchdarkly|optimizely|googleapis|gstatic|typekit|locize/i;
    expect(texts.filter(({ text }) => TELLTALE.test(text)).map(({ name }) => name)).toEqual([]);
    for (const one of ['//# sourceMappingURL=x', '"rollbar"']) expect(one).toMatch(TELLTALE);
  });
});

describe('what is built holds no key', () => {
  const pem = readFileSync(homePath('development-key.pem'), 'utf8');
  const der = createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' });
  // PKCS #8 of Ed25519 ends with the 32 bytes of the secret (RFC 8410).
  const secret = der.subarray(der.length - 32);

  it.each([
    ['as a file of keys', 'PRIVATE KEY'],
    ['as it lies in WAYPOST_HOME', pem.split('\n')[1] ?? ''],
    ['as bytes', secret],
    ['in hexadecimal', secret.toString('hex')],
    ['in base64', secret.toString('base64').replace(/=+$/, '')],
    ['in base64url', secret.toString('base64url')],
  ])('SG-9 the private key is not there %s', (_, form) => {
    expect(form.length).toBeGreaterThan(10);
    expect(filesHolding('dist', form)).toEqual([]);
  });

  it('SG-9 the key that is looked for is the one that signed', () => {
    const root = readFileSync(join(SITE, 'data', 'root.1.json'), 'utf8');
    const publicKey = (JSON.parse(root) as { keys: Record<string, string> }).keys;
    const raw = Object.values(publicKey).map((hex) => Buffer.from(hex, 'hex'));
    const keyids = raw.map((bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 16));
    expect(Object.keys(publicKey)).toEqual(keyids);
    // The same way of looking finds what is there.
    expect(filesHolding('dist', Object.values(publicKey)[0] ?? '-')).toContain('guide/data/root.1.json');
  });
});

describe('what a phone has installed keeps its name and icon', () => {
  const WHY =
    'A phone that has the guide installed asks its owner about a new name or icon, in words that somebody beside her ' +
    'can read (Chrome 144). Put it back; for a deployment that nobody has installed yet, write the new ' +
    'values into data/release-identity.json.';

  it('TR-5 the manifest is that of the last release', () => {
    const manifest = JSON.parse(readFileSync(join(SITE, 'manifest.webmanifest'), 'utf8')) as {
      icons: { src: string }[];
    } & Record<string, unknown>;
    const { name, short_name, id, start_url, scope, display, icons } = manifest;
    const now = {
      manifest: '/manifest.webmanifest',
      name,
      short_name,
      id,
      start_url,
      scope,
      display,
      icons: icons.map((icon) => ({
        ...icon,
        sha256: createHash('sha256')
          .update(readFileSync(join(SITE, icon.src)))
          .digest('hex'),
      })),
    };
    expect(readFileSync(join(SITE, 'index.html'), 'utf8')).toContain(`rel="manifest" href="${now.manifest}"`);
    expect(now, WHY).toEqual(JSON.parse(readFileSync('data/release-identity.json', 'utf8')));
  });
});

describe('the list of what was published', () => {
  const folder = mkdtempSync(join(tmpdir(), 'published-'));
  const site = join(folder, 'guide');
  beforeEach(() => {
    for (const name of ['guide', 'guide.sha256', 'guide.sha256.sig'])
      cpSync(join('dist', name), join(folder, name), { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('NW-16 is signed by the key of the lists and names every file', async () => {
    expect(await hashFaults(site)).toEqual([]);
  });

  it('NW-16 tells of a file that a host has changed, though the list was changed with it', async () => {
    writeFileSync(join(site, 'sw.js'), '1');
    expect(await hashFaults(site)).toEqual(['sw.js is another file']);
    writeFileSync(`${site}.sha256`, hashList(site));
    expect(await hashFaults(site)).toEqual(['the list is not signed by enough keys']);
  });
});
