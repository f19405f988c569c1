import type { Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { LANGUAGES, namespacesOf, readLocale } from '../unit/locale-files.ts';
import type { HarnessData } from './sheets-harness.tsx';

const ENTRY = 'tests/desk/sheets-harness.tsx';
const ADDRESS = '/sheets-harness';

interface BuiltFile {
  readonly fileName: string;
  readonly type: string;
  readonly code?: string;
  readonly source?: string | Uint8Array;
}

let built: Promise<{ script: string; style: string }> | undefined;

/** The page of sheets, built once, in the browser with these data. */
export async function openHarness(page: Page, data: Omit<HarnessData, 'words'>): Promise<void> {
  built ??= buildHarness();
  const { script, style } = await built;
  const words = Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      Object.fromEntries(namespacesOf(language).map((name) => [name, readLocale(language, name)])),
    ]),
  );
  const json = JSON.stringify({ ...data, words }).replaceAll('<', '\\u003c');
  const body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Guide</title><style>${style}</style></head>
    <body><div id="root"></div><script type="application/json" id="data">${json}</script><script type="module" src="${ADDRESS}.js"></script></body></html>`;
  await page.route(`**${ADDRESS}`, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.route(`**${ADDRESS}.js`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: script }),
  );
  await page.goto(ADDRESS);
}

async function buildHarness(): Promise<{ script: string; style: string }> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { write: false, modulePreload: false, rolldownOptions: { input: ENTRY } },
  });
  const files = (Array.isArray(result) ? result : [result]).flatMap(
    (one) => ('output' in one ? one.output : []) as readonly BuiltFile[],
  );
  const script = files.find(({ type }) => type === 'chunk')?.code ?? '';
  const style = String(files.find(({ fileName }) => fileName.endsWith('.css'))?.source ?? '');
  if (!script || !style) throw new Error('tests: the page of sheets was not built');
  return { script, style };
}
