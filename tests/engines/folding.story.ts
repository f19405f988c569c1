import { plainScript } from '../../src/build/plain-script.ts';
import { expect, test } from './engine-test.ts';
import { foldAll } from './fold-all.ts';

const PAGE = '/fold.html';

test('settled 14: every character that a list may hold is folded and cut into words alike in every engine and in Node', async ({
  surface,
  host,
}) => {
  const script = await plainScript('tests/engines/fold-all.ts');
  // A page of nobody's: the guide itself lets in no script from outside.
  host.site.answer(PAGE, (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><title>fold</title><script>${script}</script>`);
  });
  await surface.open(host.origin + PAGE);
  const inBrowser = await surface.evaluate(() =>
    (globalThis as unknown as { foldAll: () => number[] }).foldAll(),
  );
  const here = foldAll();
  expect(here.at(-1)).toBe(144_762);
  const otherwise = here.flatMap((hash, block) =>
    hash === inBrowser[block] ? [] : `U+${(block * 256).toString(16)}`,
  );
  expect(otherwise).toEqual([]);
  expect(inBrowser).toHaveLength(here.length);
});
