import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface FoundWebKit {
  /** WebKitWebDriver, which starts the browser and takes commands for it. */
  readonly driver: string;
  /** MiniBrowser, the small browser that comes with the library. */
  readonly browser: string;
  /** A screen that nobody sees. */
  readonly screen: string;
}

const LIBRARY_FOLDERS = ['/usr/lib', '/usr/lib64', '/usr/local/lib', '/usr/libexec', '/usr/local/libexec'];
// Those that are built with GTK 3: their window needs no compositor.
const ENGINE_FOLDER = /^webkit2gtk-[\d.]+$/;
const NEWEST_FIRST = (a: string, b: string) => b.localeCompare(a, 'en', { numeric: true });

/**
 * WebKitGTK with its driver: WEBKIT_DRIVER_PATH and MINIBROWSER_PATH, or what is installed. Nothing where a part of it
 * is missing, unless REQUIRE_BROWSERS names webkit.
 */
export function findWebKit(): FoundWebKit | undefined {
  const driver = process.env.WEBKIT_DRIVER_PATH ?? onPath('WebKitWebDriver');
  const browser = process.env.MINIBROWSER_PATH ?? miniBrowser();
  const screen = onPath('Xvfb');
  if (driver && browser && screen) return { driver, browser, screen };
  if ((process.env.REQUIRE_BROWSERS ?? '').split(',').includes('webkit')) {
    throw new Error('tests: WebKitGTK is required; install webkit2gtk-driver and xvfb');
  }
  return undefined;
}

function miniBrowser(): string | undefined {
  return LIBRARY_FOLDERS.flatMap(engineFolders)
    .sort(NEWEST_FIRST)
    .map((folder) => join(folder, 'MiniBrowser'))
    .find(isExecutable);
}

/** Debian keeps libraries one folder deeper, by the kind of machine. */
function engineFolders(library: string): string[] {
  const below = foldersIn(library);
  return [library, ...below.filter((folder) => folder.includes('linux-gnu'))]
    .flatMap(foldersIn)
    .filter((folder) => ENGINE_FOLDER.test(folder.slice(folder.lastIndexOf('/') + 1)));
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name));
}

function onPath(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
