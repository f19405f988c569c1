import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALWAYS, answerTo, CASES, withoutTransport } from '../stories/host-cases.ts';
import { TestSite } from '../stories/test-site.ts';
import { filesHolding } from './files-holding.ts';
import { HOST_SOFTWARE, installedCommand, type RunningHost, startHost } from './host-software.ts';

// A server names itself, and may refuse in words of its own; that says nothing about who asked.
const OWN = new Set(['server']);
const hostHeaders = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(withoutTransport(headers))
      .filter(([name]) => !OWN.has(name))
      // Apache ends the list with a comma of its own.
      .map(([name, value]) => [name, name === 'allow' ? value.replace(/,\s*$/, '') : value]),
  );

const installed = HOST_SOFTWARE.filter((software) => installedCommand(software));
for (const { name } of HOST_SOFTWARE.filter((software) => !installed.includes(software)))
  console.log(`${name} is not installed here: the file made for it is not tried.`);

describe.each(installed)('the file made for $name', (software) => {
  let host: RunningHost;
  let ours: TestSite;
  beforeAll(async () => {
    host = await startHost(software);
    ours = await TestSite.open();
  });
  afterAll(async () => {
    await host?.close();
    await ours?.close();
  });

  it.each(
    CASES.map((one) => ({
      ...one,
      asked: `${one.method ?? 'GET'} ${one.path}${Object.keys(one.headers ?? {})
        .map((name) => ` with ${name}`)
        .join('')}`,
    })),
  )(`NW-3 ${software.name} answers $asked with exactly the agreed headers`, async (one) => {
    const { status, headers, body } = await answerTo(host.origin, one);
    if (software.refuses.includes(one.path)) {
      expect(status).toBe(400);
      expect(body.toString()).not.toContain(one.path);
      return;
    }
    expect({ status, headers: hostHeaders(headers) }).toEqual({
      status: one.status,
      headers: { ...ALWAYS, ...one.more },
    });
  });

  it(`NW-3 ${software.name} sends the same bytes of the same type as our own server`, async () => {
    for (const one of CASES.filter(({ status }) => status === 200)) {
      for (const encoding of ['identity', 'gzip']) {
        const asked = { ...one, headers: { 'accept-encoding': encoding, ...one.headers } };
        const [theirs, own] = [await answerTo(host.origin, asked), await answerTo(ours.origin, asked)];
        // The encoding is each server's choice among what the phone takes; brotli needs a module in nginx.
        if (theirs.headers['content-encoding'] === own.headers['content-encoding'])
          expect(theirs.body.equals(own.body), one.path).toBe(true);
        else expect(theirs.headers['content-encoding'], one.path).toBeUndefined();
        expect(theirs.headers['content-type'], one.path).toBe(own.headers['content-type']);
      }
    }
  });

  it(`NW-11 ${software.name} says and writes nothing about who asked`, async () => {
    const marker = 'marker-of-a-phone';
    for (const path of ['/', `/?${marker}`, `/${marker}`, '/%'])
      await answerTo(host.origin, {
        path,
        status: 0,
        more: {},
        headers: { 'user-agent': marker, 'x-forwarded-for': marker, referer: marker, cookie: `a=${marker}` },
      });
    expect(host.output()).not.toContain(marker);
    expect(filesHolding(host.folder, marker)).toEqual([]);
  });
});

describe('the file for hosts that read _headers', () => {
  const rules = new Map(
    readFileSync('dist/hosts/netlify-or-cloudflare-pages/_headers', 'utf8')
      .split('\n\n')
      .map((rule) => {
        const [path = '', ...lines] = rule.trim().split('\n');
        return [path, Object.fromEntries(lines.map((line) => headerOf(line)))] as const;
      }),
  );

  // Found files only: what these hosts send with their own 404 page is theirs.
  it.each(CASES.filter(({ status, method }) => status === 200 && !method))(
    'NW-3 _headers gives $path exactly the agreed headers, each from one rule alone',
    ({ path, more }) => {
      const bare = path.replace(/\?.*/, '');
      const fitting = [rules.get('/*') ?? {}, rules.get(bare) ?? {}];
      const names = fitting.flatMap((rule) => Object.keys(rule));
      expect(new Set(names).size).toBe(names.length);
      const { 'content-type': type, ...headers } = Object.assign({}, ...fitting) as Record<string, string>;
      expect(headers).toEqual({ ...ALWAYS, ...more });
      expect(type).toBe(bare === '/clear' ? 'text/plain; charset=utf-8' : undefined);
    },
  );

  it('NW-3 _headers stays below what Cloudflare Pages reads: 100 rules, 2,000 characters a line', () => {
    expect(rules.size).toBeGreaterThan(20);
    expect(rules.size).toBeLessThan(100);
    for (const rule of rules.values())
      for (const value of Object.values(rule)) expect(value.length).toBeLessThan(1900);
  });
});

function headerOf(line: string): [string, string] {
  const [name = '', ...value] = line.trim().split(': ');
  return [name.toLowerCase(), value.join(': ')];
}
