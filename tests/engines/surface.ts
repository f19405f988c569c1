/** Which element: the nth that is in sight of those that match and hold the text. */
export type Target = string | { readonly css: string; readonly text?: string; readonly nth?: number };

/**
 * One window of a browser, as much of it as Chromium, Firefox and WebKit can all be asked for. A story that is written
 * against this runs in all three.
 */
export interface Surface {
  /** Goes to an address as if it was typed, and waits until its document has arrived. */
  open(url: string): Promise<void>;
  reload(): Promise<void>;
  /** One step in the history of the window; where there is none, nothing happens. */
  back(): Promise<void>;
  forward(): Promise<void>;
  href(): Promise<string>;
  /** Taps it as a finger does, once it is there. */
  click(target: Target): Promise<void>;
  /** Puts these words into a field, in the place of those that were there. */
  type(target: Target, words: string): Promise<void>;
  keyDown(key: Key): Promise<void>;
  keyUp(key: Key): Promise<void>;
  press(key: Key): Promise<void>;
  /** The words of the first one in sight; nothing where there is none. */
  text(target: Target): Promise<string>;
  /** How many are in sight. */
  count(target: Target): Promise<number>;
  /** Runs a function in the page, which must not use anything from outside itself. */
  evaluate<Value, Given = undefined>(
    run: (given: Given) => Value | Promise<Value>,
    given?: Given,
  ): Promise<Value>;
  /** A second window that shares everything that this one keeps. */
  newWindow(): Promise<Surface>;
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}

export const KEYS = {
  ShiftLeft: '\uE008',
  ShiftRight: '\uE050',
  AltLeft: '\uE00A',
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  a: 'a',
  x: 'x',
} as const;

/** By the name that Playwright knows a key under; the value is WebDriver's. */
export type Key = keyof typeof KEYS;

export interface OpenOptions {
  /** Turned off as in the browser's own settings. */
  readonly javaScript?: boolean;
}

/** How a browser is started by itself, with a profile that lies in a folder and outlives it. */
export interface Command {
  readonly path: string;
  readonly args: (folder: string) => readonly string[];
  readonly environment: (folder: string) => NodeJS.ProcessEnv;
}

export interface Engine {
  readonly command: Command;
  /** A window of a browser that has never been anywhere. */
  open(options?: OpenOptions): Promise<Surface>;
  close(): Promise<void>;
}

export const WINDOW = { width: 360, height: 640 };
// Far above what any step needs by itself: two cores that others share are slow now and then.
export const WAIT_MS = 60_000;
