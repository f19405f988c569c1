import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { json } from '../../tests/fixtures/pack/forge-pack.ts';
import { sampleRoot, testKeys } from '../../tests/fixtures/pack/sample.ts';
import { LIMITS } from './format.ts';
import { readRoot } from './read-root.ts';

const root = sampleRoot();
const { root: rootRole, index: indexRole } = root.roles;
const changed = (changes: object) => json({ ...root, ...changes });
const roles = (changes: object) => changed({ roles: { ...root.roles, index: { ...indexRole, ...changes } } });

describe('readRoot', () => {
  it('reads the sample file and says that its keys are for development (SG-9)', () => {
    const file = readFileSync(new URL('../../tests/fixtures/pack/root.1.json', import.meta.url));
    expect(readRoot(new Uint8Array(file))).toEqual({ ok: true, value: root });
    expect(root.dev).toBe(true);
  });

  it.each([
    ['bytes that are not JSON', 'not JSON', Uint8Array.of(0x7b)],
    ['bytes that are not UTF-8', 'not UTF-8', Uint8Array.of(0xff)],
    ['an index under the name of a root', 'type', changed({ type: 'index' })],
    ['null', 'type', json(null)],
    ['a specification that is text', 'spec', changed({ spec: '1' })],
    ['a version of 0', 'version', changed({ version: 0 })],
    ['an expiry in words', 'expires', changed({ expires: 'never' })],
    ['a root that does not say whether it is for development', 'dev', changed({ dev: undefined })],
    ['keys that are a list', 'keys', changed({ keys: [testKeys[0].publicKey] })],
    [
      'a keyid in capitals',
      'keys',
      changed({ keys: { ...root.keys, ABCDEF0123456789: testKeys[0].publicKey } }),
    ],
    [
      'a key of small order',
      'keys',
      changed({ keys: { ...root.keys, '0123456789abcdef': `01${'00'.repeat(31)}` } }),
    ],
    ['no roles', 'roles', changed({ roles: null })],
    ['no root role', 'roles.root', changed({ roles: { index: indexRole } })],
    ['no index role', 'roles.index', changed({ roles: { root: rootRole } })],
    ['a threshold of 0', 'roles.index', roles({ threshold: 0 })],
    ['a threshold that cannot be reached', 'roles.index', roles({ threshold: 4 })],
    ['a threshold that is text', 'roles.index', roles({ threshold: '2' })],
    ['a keyid twice', 'roles.index', roles({ keyids: [testKeys[0].keyid, testKeys[0].keyid], threshold: 1 })],
    ['a keyid without a key', 'roles.index', roles({ keyids: ['0123456789abcdef'], threshold: 1 })],
    ['a keyid that is a word of the language', 'roles.index', roles({ keyids: ['toString'], threshold: 1 })],
    ['nobody', 'roles.index', roles({ keyids: [], threshold: 1 })],
  ])('refuses %s (SG-1)', (_, place, bytes) => {
    expect(readRoot(bytes)).toEqual({ ok: false, problem: { kind: 'root-malformed', place } });
  });

  it('says that a newer specification needs a newer app', () => {
    expect(readRoot(changed({ spec: 2 }))).toEqual({ ok: false, problem: { kind: 'root-too-new', spec: 2 } });
  });

  it('refuses a root beyond 64 KiB before reading it (SG-11)', () => {
    const outcome = readRoot(new Uint8Array(LIMITS.indexBytes + 1));
    expect(outcome.ok ? null : outcome.problem.kind).toBe('root-too-large');
  });
});
