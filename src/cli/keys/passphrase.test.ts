import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { UsageError } from '../commands/command.ts';
import { newPassphrase, passphraseFor } from './passphrase.ts';

const folder = mkdtempSync(join(tmpdir(), 'passphrase-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SECRET = 'six words that nobody knows';

/** Somebody who types these lines, one after each question. */
function typing(...lines: string[]) {
  const input = Object.assign(new PassThrough(), { isTTY: true, isRaw: false, setRawMode: () => input });
  const output = new PassThrough();
  let shown = '';
  output.on('data', (chunk: Buffer) => {
    shown += String(chunk);
    const line = shown.endsWith(': ') ? lines.shift() : undefined;
    if (line !== undefined) setImmediate(() => input.write(`${line}\r`));
  });
  return { terminal: { input, output }, shown: () => shown };
}

function fileOf(text: string): string {
  const path = join(folder, 'passphrase');
  writeFileSync(path, text);
  return path;
}

describe('a passphrase', () => {
  it('is typed without being shown', async () => {
    const { terminal, shown } = typing(SECRET);
    expect(await passphraseFor('anna.key', undefined, terminal)).toBe(SECRET);
    expect(shown()).toBe('Passphrase of anna.key: \n');
  });

  it('is read from the first line of a file', async () => {
    expect(await passphraseFor('anna.key', fileOf(`${SECRET}\r\nmore\n`))).toBe(SECRET);
  });

  it('is the same from a keyboard that writes its letters in two parts', async () => {
    expect(await passphraseFor('anna.key', fileOf('sie\u0301ste'))).toBe('siéste');
  });

  it('is not asked for where nobody can type one', async () => {
    const { terminal } = typing();
    terminal.input.isTTY = false;
    await expect(passphraseFor('anna.key', undefined, terminal)).rejects.toThrow(UsageError);
  });
});

describe('a new passphrase', () => {
  it('is typed twice', async () => {
    const { terminal, shown } = typing(SECRET, SECRET);
    expect(await newPassphrase(undefined, terminal)).toBe(SECRET);
    expect(shown()).not.toContain('words');
  });

  it('is refused where the two differ', async () => {
    await expect(newPassphrase(undefined, typing(SECRET, `${SECRET}s`).terminal)).rejects.toThrow('differ');
  });

  it('is refused where it is short enough to be guessed', async () => {
    await expect(newPassphrase(fileOf('elevenchars'))).rejects.toThrow('at least 12');
  });
});
