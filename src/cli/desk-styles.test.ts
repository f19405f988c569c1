import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DESK_HEADERS, DESK_STYLES } from './security-headers.ts';

// Settled 5: the desk's page may have the style elements that its component library inserts and no other. They are read
// from the installed version, so a new version whose styles differ fails here, with the hash that it needs.

const LIBRARY = 'node_modules/react-aria/dist/private';

function modulesThatInsertStyles(): string[] {
  return readdirSync(LIBRARY, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mjs'))
    .map((name) => readFileSync(join(LIBRARY, name), 'utf8'))
    .filter((source) => source.includes("createElement('style')"));
}

function styleIn(source: string): string {
  const [, text] = /style\.textContent = `([^`]*)`\.trim\(\)/.exec(source) ?? [];
  if (text === undefined) throw new Error('tests: a style is written otherwise; look again');
  return text
    .replace(/\$\{([^}]+)\}/g, (_, name: string) => {
      const [, value] = new RegExp(`${name.replaceAll('$', '\\$')} = '([^']*)'`).exec(source) ?? [];
      return value ?? '';
    })
    .trim();
}

test('the desk allows exactly the style elements of the installed component library, by hash', () => {
  const hashes = modulesThatInsertStyles().map((source) =>
    createHash('sha256').update(styleIn(source)).digest('base64'),
  );
  expect(hashes.length).toBeGreaterThan(0);
  expect(hashes.sort()).toEqual([...DESK_STYLES].sort());
});

test('the desk allows no other style, script or markup in its page', () => {
  const policy = DESK_HEADERS['Content-Security-Policy'] ?? '';
  expect(policy).not.toMatch(/unsafe|nonce|wasm/);
  expect(policy).toContain("form-action 'self'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(DESK_HEADERS['Permissions-Policy']).toContain('camera=()');
  expect(DESK_HEADERS['Permissions-Policy']).toContain('publickey-credentials-get=(self)');
});
