import type { FoundWebKit } from '../webkit/find-webkit.ts';
import { type RunningWebKit, startWebKit } from '../webkit/start-webkit.ts';
import { type ElementReference, WebDriverError, WebDriverSession } from '../webkit/webdriver.ts';
import {
  type Command,
  type Engine,
  KEYS,
  type Key,
  type OpenOptions,
  type Surface,
  type Target,
  WAIT_MS,
  WINDOW,
} from './surface.ts';

const BETWEEN_TRIES_MS = 25;
// Long enough for a step in the history to be seen, where there is one.
const HISTORY_MS = 1000;
// The page moved on between finding the element and touching it.
const PASSES = new Set([
  'stale element reference',
  'element not interactable',
  'element click intercepted',
  'no such element',
  'javascript error',
  'no such frame',
]);

const WENT_AWAY = new Set(['unknown error', 'javascript error', 'no such frame']);

export class WebKitEngine implements Engine {
  readonly command: Command;
  readonly #found: FoundWebKit;
  #running: RunningWebKit;

  private constructor(found: FoundWebKit, running: RunningWebKit) {
    this.#found = found;
    this.#running = running;
    this.command = {
      path: running.browser,
      args: () => [],
      // Where it keeps what pages store, by the rules of the desktop.
      environment: (folder) => ({
        ...this.#running.environment,
        XDG_DATA_HOME: folder,
        XDG_CACHE_HOME: folder,
        XDG_CONFIG_HOME: folder,
      }),
    };
  }

  static async start(found: FoundWebKit): Promise<WebKitEngine> {
    return new WebKitEngine(found, await startWebKit(found));
  }

  async open({ javaScript = true }: OpenOptions = {}): Promise<Surface> {
    const options = javaScript ? [] : ['--enable-javascript=false'];
    // A driver that has just ended one browser may never start the next (seen twice in two whole runs): another does.
    const session = await WebDriverSession.open(this.#running, options).catch(async (error: Error) => {
      if (error.name !== 'TimeoutError') throw error;
      await this.#running.stop();
      this.#running = await startWebKit(this.#found);
      return WebDriverSession.open(this.#running, options);
    });
    await session.resize(WINDOW.width, WINDOW.height);
    return new WebDriverSurface(session, session.window);
  }

  close(): Promise<void> {
    return this.#running.stop();
  }
}

class WebDriverSurface implements Surface {
  readonly #session: WebDriverSession;
  readonly #window: string;

  constructor(session: WebDriverSession, window: string) {
    this.#session = session;
    this.#window = window;
  }

  open(url: string): Promise<void> {
    return this.#move((session) => session.go(url), WAIT_MS);
  }

  reload(): Promise<void> {
    return this.#move((session) => session.refresh(), WAIT_MS);
  }

  back(): Promise<void> {
    return this.#move((session) => session.back(), HISTORY_MS);
  }

  forward(): Promise<void> {
    return this.#move((session) => session.forward(), HISTORY_MS);
  }

  href(): Promise<string> {
    return this.#ask((session) => session.href());
  }

  click(target: Target): Promise<void> {
    return this.#touch(target, (session, element) => session.click(element));
  }

  type(target: Target, words: string): Promise<void> {
    return this.#touch(target, (session, element) => session.fill(element, words));
  }

  async keyDown(key: Key): Promise<void> {
    await (await this.#here()).keys([{ type: 'keyDown', value: KEYS[key] }]);
  }

  async keyUp(key: Key): Promise<void> {
    await (await this.#here()).keys([{ type: 'keyUp', value: KEYS[key] }]);
  }

  async press(key: Key): Promise<void> {
    const value = KEYS[key];
    await (await this.#here()).keys([
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
  }

  text(target: Target): Promise<string> {
    const script = `${IN_SIGHT} return inSight(arguments[0])?.innerText ?? '';`;
    return this.#ask((session) => session.execute(script, target));
  }

  count(target: Target): Promise<number> {
    const script = `${IN_SIGHT} return allInSight(arguments[0]).length;`;
    return this.#ask((session) => session.execute(script, target));
  }

  async evaluate<Value, Given>(run: (given: Given) => Value | Promise<Value>, given?: Given): Promise<Value> {
    return (await this.#here()).executeAsync(`return (${run})(arguments[0]);`, given ?? null);
  }

  async newWindow(): Promise<Surface> {
    const session = await this.#here();
    const other = await session.newWindow();
    return new WebDriverSurface(session, other);
  }

  async screenshot(): Promise<Buffer> {
    return (await this.#here()).screenshot();
  }

  close(): Promise<void> {
    return this.#session.close();
  }

  /** The session, with this window in front. */
  async #here(): Promise<WebDriverSession> {
    await this.#session.goToWindow(this.#window);
    return this.#session;
  }

  /** A page that went away while it was asked is asked again: the next one answers. */
  async #ask<Value>(question: (session: WebDriverSession) => Promise<Value>): Promise<Value> {
    const until = Date.now() + WAIT_MS;
    for (;;) {
      try {
        return await question(await this.#here());
      } catch (error) {
        const wentAway = error instanceof WebDriverError && WENT_AWAY.has(error.code);
        if (!wentAway || Date.now() > until) throw error;
        await pause();
      }
    }
  }

  /** Marks the document, moves on, and waits until another one has taken its place. */
  async #move(go: (session: WebDriverSession) => Promise<void>, patience: number): Promise<void> {
    const session = await this.#here();
    const mark = Math.random();
    await session.execute('window.leftBehind = arguments[0];', mark);
    await go(session);
    const until = Date.now() + patience;
    while (Date.now() < until) {
      const isNew = await session
        .execute<boolean>(
          "return window.leftBehind !== arguments[0] && document.readyState !== 'loading';",
          mark,
        )
        .catch(() => false);
      if (isNew) return;
      await pause();
    }
  }

  async #touch(
    target: Target,
    touch: (session: WebDriverSession, element: ElementReference) => Promise<void>,
  ): Promise<void> {
    const until = Date.now() + WAIT_MS;
    let reason = 'it is not there';
    while (Date.now() < until) {
      const session = await this.#here();
      try {
        const element = await session.execute<ElementReference | null>(
          `${IN_SIGHT} return toTheFinger(inSight(arguments[0]));`,
          target,
        );
        if (element) return await touch(session, element);
      } catch (error) {
        if (!(error instanceof WebDriverError) || !PASSES.has(error.code)) throw error;
        reason = error.message;
      }
      await pause();
    }
    throw new Error(`tests: ${JSON.stringify(target)} could not be used: ${reason}`);
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS));
}

/** In the page: elements that are in sight, as a Target names them. */
const IN_SIGHT = `
  const allInSight = (target) => {
    const { css, text = '' } = typeof target === 'string' ? { css: target } : target;
    return [...document.querySelectorAll(css)].filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      return element.checkVisibility({ visibilityProperty: true }) && width > 0 && height > 0 &&
        element.textContent.includes(text);
    });
  };
  const inSight = (target) => allInSight(target)[target.nth ?? 0];
  // The driver scrolls only as far as the edge of the window, where the guide's bars lie over the page.
  const toTheFinger = (element) => {
    if (!element) return null;
    const { left, top, width, height } = element.getBoundingClientRect();
    const there = document.elementFromPoint(left + width / 2, top + height / 2);
    if (!there || !element.contains(there)) element.scrollIntoView({ block: 'center', behavior: 'instant' });
    return element;
  };`;
