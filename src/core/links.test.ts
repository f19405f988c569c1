import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEmail, parseWebLink } from './links.ts';

const hrefOf = (text: string) => {
  const link = parseWebLink(text);
  return link.ok ? link.value.href : null;
};

describe('a web address in a listing (CT-2)', () => {
  it.each([
    ['javascript:alert(1)'],
    ['JaVaScRiPt:alert(1)'],
    ['java\tscript:alert(1)'],
    ['java\nscript:alert(1)'],
    [' javascript:alert(1)'],
    ['javascript://example.org/%0Aalert(1)'],
    ['javascript&colon;alert(1)'],
    ['data:text/html,<script>alert(1)</script>'],
    ['blob:https://example.org/0'],
    ['file:///etc/passwd'],
    ['intent://example.org#Intent;scheme=https;end'],
    ['vbscript:msgbox(1)'],
    ['view-source:https://example.org'],
    ['filesystem:https://example.org/x'],
    ['about:blank'],
    ['tel:+442079460123'],
    ['mailto:help@example.org'],
    ['ftp://example.org'],
    ['ws://example.org'],
    ['http://example.org'],
    ['HTTP://EXAMPLE.ORG'],
    ['//evil.test'],
    ['/evil'],
    ['evil.test'],
    ['https:evil.test'],
    ['https:/evil.test'],
    ['https:///evil.test'],
    ['https:////evil.test'],
    ['https:\\\\evil.test'],
    ['https://evil.test\\@example.org'],
    ['https://'],
    ['https://?x'],
    ['https://#x'],
    ['https://a@evil.test'],
    ['https://a:b@evil.test'],
    ['https://example.org@evil.test'],
    ['https://:b@evil.test'],
    ['https://example.org%2f@evil.test'],
    ['https://127.0.0.1'],
    ['https://127.0.0.1:8443/x'],
    ['https://127.1'],
    ['https://2130706433'],
    ['https://0x7f000001'],
    ['https://0177.0.0.1'],
    ['https://127。0。0。1'],
    ['https://192.168.1.1'],
    ['https://8.8.8.8'],
    ['https://[::1]'],
    ['https://[2001:db8::1]/'],
    ['https://localhost'],
    ['https://LOCALHOST:3000'],
    ['https://app.localhost'],
    ['https://router'],
    ['https://router/'],
    ['https://example.org.'],
    ['https://.example.org'],
    ['https://exa mple.org'],
    ['https://example.org/a b'],
    ['https://example.org/\u0000'],
    ['https://example.org/\u007f'],
    ['https://example.org/\n'],
    ['\u0001https://example.org'],
    ['https://example.org:99999'],
    ['https://<b>.org'],
    [''],
    [`https://example.org/${'x'.repeat(2029)}`],
  ])('%j is no link', (text) => {
    expect(parseWebLink(text)).toEqual({ ok: false, problem: { kind: 'not-a-safe-link' } });
  });

  it.each([
    ['https://example.org', 'https://example.org/', 'example.org'],
    ['HTTPS://Example.ORG/Path?q=1#part', 'https://example.org/Path?q=1#part', 'example.org'],
    ['https://example.org:8443/', 'https://example.org:8443/', 'example.org'],
    ['https://sub.example.co.uk/a/b', 'https://sub.example.co.uk/a/b', 'sub.example.co.uk'],
    // At the limit.
    [`https://example.org/${'x'.repeat(2028)}`, `https://example.org/${'x'.repeat(2028)}`, 'example.org'],
  ])('%s is one', (text, href, host) => {
    expect(parseWebLink(text)).toEqual({ ok: true, value: { href, host } });
  });

  it('shows letters that look like others as what they are', () => {
    // The first "a" of the second is Cyrillic.
    expect(parseWebLink('https://ехample.org')).toMatchObject({
      value: { host: expect.stringMatching(/^xn--/) },
    });
    expect(parseWebLink('https://münchen.example')).toMatchObject({
      value: { host: 'xn--mnchen-3ya.example' },
    });
  });

  it('never leaves a character in the link that could turn the text around it', () => {
    expect(hrefOf('https://example.org/\u202egpj.exe')).toBe('https://example.org/%E2%80%AEgpj.exe');
  });

  it('never throws, and what it lets through goes by https to a host with a name, whatever the text', () => {
    const part = fc.constantFrom(
      'https:',
      '//',
      'a',
      '.',
      '@',
      ':',
      '/',
      '\\',
      '127.0.0.1',
      '[::1]',
      'localhost',
      '%2e',
      '\t',
      '。',
      '?',
      '#',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
      fc.webUrl(),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const link = parseWebLink(text);
        if (!link.ok) return;
        const { protocol, hostname, username, password } = new URL(link.value.href);
        expect([protocol, username, password]).toEqual(['https:', '', '']);
        expect(hostname).toBe(link.value.host);
        expect(hostname).toMatch(/^[^.].*\..*[^.]$/);
        expect(hostname).not.toMatch(/^[\d.]+$|^\[|localhost$/);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('an e-mail address in a listing (CT-4)', () => {
  it.each([
    'help@example.org',
    'first.last+tag@mail.example.co.uk',
    'a_b-c@ex-ample.org',
    `${'a'.repeat(64)}@example.org`,
  ])('%s is written to and nothing more', (text) => {
    expect(parseEmail(text)).toEqual({ ok: true, value: { href: `mailto:${text}` } });
  });

  it.each([
    'a@b',
    'a@b?cc=x&body=',
    'a@example.org?cc=x@example.org',
    'a@example.org&body=hello',
    'a@example.org%0ACc:x@example.org',
    'a@example.org\nCc: x@example.org',
    'a@example.org ',
    '"a b"@example.org',
    "a'b@example.org",
    'a@example.org,b@example.org',
    'a@example.org;b@example.org',
    'a@@example.org',
    '@example.org',
    'a@.org',
    'a@example..org',
    'a@[127.0.0.1]',
    'mailto:a@example.org',
    '<a@example.org>',
    'Help <a@example.org>',
    'hеlp@example.org',
    '',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b'.repeat(60)}.${'c'.repeat(200)}.org`,
  ])('%j is none', (text) => {
    expect(parseEmail(text).ok).toBe(false);
  });
});
