import type { ServerResponse } from 'node:http';
import { type Edition, edition } from '../fixtures/edition.ts';
import { readRegion } from '../stories/worker-reading.ts';
import type { EngineHost } from './engine-host.ts';
import { workerScript } from './engine-host.ts';
import { expect, test } from './engine-test.ts';
import { OwnProfile } from './own-profile.ts';
import { soon } from './steps.ts';

const REGION = 'sample';
const ENDS = 6;
// A download that takes a little while, so that some ends come before the list is whole.
const PIECES = 10;
const PIECE_MS = 12;

test('ST-1 a browser that is killed while a list is replaced has the old list or the new one, whole', async ({
  engine,
  host,
}) => {
  const phone = new OwnProfile(engine.command, host);
  const worker = { url: () => `${host.origin}${workerScript()}` };
  const read = () => readRegion(phone, worker, REGION);
  const start = async () => {
    phone.start();
    await phone.evaluate(appIsReady, null);
  };
  try {
    let shown = edition(1);
    await host.site.publish([{ id: REGION, listings: shown.listings }]);
    await start();
    await phone.evaluate(takeRegion, 'Testland');
    // How long it takes when nothing happens, from the moment the new list's bytes are on their way.
    const second = edition(2);
    const begin = await offer(phone, host, second);
    const began = Date.now();
    begin();
    await phone.evaluate(isTold, '1 list is new.');
    const usual = Date.now() - began;
    shown = second;
    const outcomes = new Set<string>();
    for (let end = 0; end < ENDS; end++) {
      const next = edition(shown.number + 1);
      (await offer(phone, host, next))();
      // At random, but spread over the whole of it, and the last when it must be over.
      const share = end === ENDS - 1 ? 3 : (end + Math.random()) / ENDS;
      await new Promise((resolve) => setTimeout(resolve, share * usual));
      await phone.kill();
      await start();
      const reading = await read();
      const whole = [shown, next].find((one) => isWhole(reading, one));
      expect(whole, `after end ${end}: ${reading.found.length} found, ${reading.found[0]}`).toBeDefined();
      outcomes.add(whole === next ? 'new' : 'old');
      shown = whole ?? shown;
    }
    // Both happened, or the ends came too early or too late to prove anything.
    expect([...outcomes].sort()).toEqual(['new', 'old']);
  } finally {
    await phone.close();
  }
});

function isWhole(
  { found, listings }: Awaited<ReturnType<typeof readRegion>>,
  { found: names, whole }: Edition,
): boolean {
  return JSON.stringify([found, listings]) === JSON.stringify([names, whole]);
}

/** The host has a new edition, and the page asks for its bytes: they come, in pieces, once the function is called. */
async function offer(phone: OwnProfile, host: EngineHost, next: Edition): Promise<() => void> {
  const { files, entries } = await host.site.publish([{ id: REGION, listings: next.listings }]);
  const path = `/data/${entries[0]?.path}`;
  const bytes = files.get(path) ?? new Uint8Array();
  let begin: () => void = () => undefined;
  let isAsked = false;
  host.site.answer(path, (_request, response) => {
    begin = () => void sendInPieces(response, bytes);
    isAsked = true;
  });
  await phone.evaluate(lookForNewer, null);
  await soon(() => isAsked, 'the newer list is asked for').toBe(true);
  return begin;
}

async function sendInPieces(response: ServerResponse, bytes: Uint8Array): Promise<void> {
  response.writeHead(200, { 'Content-Type': 'application/octet-stream' });
  const size = Math.ceil(bytes.length / PIECES);
  for (let at = 0; at < bytes.length && !response.destroyed; at += size) {
    response.write(bytes.subarray(at, at + size));
    await new Promise((resolve) => setTimeout(resolve, PIECE_MS));
  }
  response.end();
}

// All of these run in the page: nobody else can tap in it.

async function appIsReady(): Promise<void> {
  for (let tries = 0; !document.querySelector('#main h1'); tries++) {
    if (tries > 600) throw new Error('the app is not ready');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

async function lookForNewer(): Promise<void> {
  const until = async (selector: string) => {
    for (let tries = 0; tries < 400; tries++) {
      const found = document.querySelector<HTMLElement>(selector);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`waited in vain for ${selector}`);
  };
  document.querySelectorAll<HTMLElement>('.tabs .tab')[3]?.click();
  (await until('#main > section:nth-of-type(2) .button-quiet')).click();
}

async function isTold(words: string): Promise<void> {
  for (let tries = 0; !document.body.innerText.includes(words); tries++) {
    if (tries > 400) throw new Error(`never told: ${words}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** She takes the host's newest index, then the region that it names. */
async function takeRegion(name: string): Promise<void> {
  const until = async (selector: string, text = '') => {
    for (let tries = 0; tries < 400; tries++) {
      const all = [...document.querySelectorAll<HTMLElement>(selector)];
      const found = all.find((element) => element.textContent?.includes(text));
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`waited in vain for ${selector} ${text}`);
  };
  document.querySelectorAll<HTMLElement>('.tabs .tab')[3]?.click();
  (await until('#main > section:nth-of-type(2) .button-quiet')).click();
  await until('#main > section:nth-of-type(2) [role=status]', 'Your lists are up to date.');
  document.querySelectorAll<HTMLElement>('.tabs .tab')[0]?.click();
  (await until('#main .place-line button')).click();
  (await until('#main .row-button', name)).click();
  await until('input[type=search]');
}
