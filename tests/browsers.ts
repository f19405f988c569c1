import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Stories that carry this tag need a whole Chromium. The packed one is a headless shell: it reads no profile settings,
 * keeps no history and no pages for Back, logs no network, and forgets after a reload that the network is off.
 */
export const WHOLE_BROWSER = '@whole-browser';

/**
 * Says of a story that only Chromium can run it, and what no other browser can be asked to do. The report of all ids
 * prints the reason (settled 32).
 */
export function onlyInChromium(
  reason: string,
  ...tags: readonly string[]
): { tag: string[]; annotation: { type: string; description: string } } {
  return { tag: [ONLY_IN_CHROMIUM, ...tags], annotation: { type: ONLY_IN_CHROMIUM, description: reason } };
}
export const ONLY_IN_CHROMIUM = '@only-in-chromium';

/**
 * Carried by a story that asks again, in another language or situation, what a story beside it asks in Firefox too: it is
 * told in Chromium alone. Every story costs Firefox nine seconds of the run. TELL_ALL=1 tells all of them there as well.
 */
export const TOLD_ONCE = '@told-once';

/** For stories told in a loop: which of them Firefox is told too. */
export function onceUnless(isToldEverywhere: boolean): { tag: string[] } {
  return { tag: isToldEverywhere ? [] : [TOLD_ONCE] };
}

/** For a story that is told in each of our languages: in Firefox in the one that runs from right to left. */
export function onceBut(language: string): { tag: string[] } {
  return onceUnless(language === 'ar');
}

/** A stock Firefox draws how a tab opens, in each new window: a third of what a short story costs. */
export const FIREFOX_PREFERENCES = {
  'browser.tabs.animate': false,
  'toolkit.cosmeticAnimations.enabled': false,
};

export interface FoundBrowser {
  /** The one inside @sparticuz/chromium. */
  readonly isPacked: boolean;
  readonly executablePath: string;
  readonly args: readonly string[];
}

// Ours takes the place of Playwright's own list, of which these are what our stories may meet. The popup of the address bar
// is a page by itself that Chromium loads in every new window, seen or not: 1.8 core seconds a story with it, 0.5 without.
const FEATURES_OFF = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'DialMediaRouteProvider',
  'HttpsUpgrades',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'Translate',
];

// As root a browser needs --no-sandbox; the rest keeps it from calling its maker, which a closed network refuses.
const ARGS = [
  `--disable-features=${FEATURES_OFF.join()}`,
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
];
const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome',
];
const SHELL_NAMES = ['chromium-headless-shell'];
const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const FIREFOX_NAMES = ['firefox-esr', 'firefox'];
const FIREFOX_PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/**
 * A Chromium to test in: CHROMIUM_PATH or CHROME_PATH, one that is installed, else the one inside @sparticuz/chromium
 * (Linux x64; it unpacks itself once). SKIP_SYSTEM_BROWSER=1 asks for the packed one.
 */
export async function findChromium(): Promise<FoundBrowser> {
  const named = process.env.CHROMIUM_PATH ?? process.env.CHROME_PATH;
  if (named) return { isPacked: false, executablePath: named, args: ARGS };
  if (process.env.SKIP_SYSTEM_BROWSER !== '1') {
    const installed = findInstalled(NAMES, USUAL_PLACES);
    if (installed) return { isPacked: false, executablePath: installed, args: ARGS };
  }
  if (process.platform === 'linux' && process.arch === 'x64') {
    // Set before the import: it then unpacks the libraries that a bare system lacks.
    process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
    const { default: packed } = await import('@sparticuz/chromium');
    return { isPacked: true, executablePath: await packed.executablePath(), args: ARGS };
  }
  throw new Error('tests: no Chromium, Chrome or Edge found; install one or set CHROMIUM_PATH');
}

/**
 * The engine of Chromium without the browser around it (Debian's chromium-headless-shell): it draws, runs, stores and
 * answers alike, and a story in it costs three quarters. CHROMIUM_SHELL_PATH, or one that is installed.
 */
export function findChromiumShell(): string | undefined {
  return process.env.CHROMIUM_SHELL_PATH || findInstalled(SHELL_NAMES, []);
}

/** A stock Firefox: FIREFOX_PATH, or one that is installed. There is no packed one. */
export function findFirefox(): string | undefined {
  return process.env.FIREFOX_PATH || findInstalled(FIREFOX_NAMES, FIREFOX_PLACES);
}

/**
 * A browser that is not here is left out with a printed line, or is an error where REQUIRE_BROWSERS names it
 * ("chromium,firefox,webkit").
 */
export function reportMissing(found: Readonly<Record<string, boolean>>): void {
  const required = (process.env.REQUIRE_BROWSERS ?? '').split(',').map((name) => name.trim());
  const missing = Object.keys(found).filter((name) => !found[name]);
  const wanted = missing.filter((name) => required.includes(name));
  if (wanted.length > 0)
    throw new Error(`tests: REQUIRE_BROWSERS names what is not here: ${wanted.join(', ')}`);
  for (const name of missing) console.log(`No ${name} is installed: its stories are left out.`);
}

function findInstalled(names: readonly string[], places: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...places].find(isExecutable);
}

function isExecutable(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
