import type { Browser, BrowserContext, BrowserType, LaunchOptions, Locator, Page } from '@playwright/test';
import {
  type Command,
  type Engine,
  type Key,
  type OpenOptions,
  type Surface,
  type Target,
  WAIT_MS,
  WINDOW,
} from './surface.ts';

// A page that comes back from memory, or from no network, never tells that it has loaded.
const HISTORY_MS = 2000;

export class PlaywrightEngine implements Engine {
  readonly command: Command;
  readonly #type: BrowserType;
  readonly #options: LaunchOptions;
  readonly #browsers: { usual?: Promise<Browser>; still?: Promise<Browser> } = {};

  constructor(type: BrowserType, options: LaunchOptions) {
    this.#type = type;
    this.#options = options;
    const { executablePath = '', args = [] } = options;
    this.command = {
      path: executablePath,
      args: (folder) =>
        this.#isFirefox
          ? ['--headless', '--no-remote', '--profile', folder]
          : [...args, '--headless=new', '--no-first-run', `--user-data-dir=${folder}`],
      environment: () => process.env,
    };
  }

  async open({ javaScript = true }: OpenOptions = {}): Promise<Surface> {
    const context = await (await this.#browser(javaScript)).newContext({
      viewport: WINDOW,
      locale: 'en-GB',
      javaScriptEnabled: javaScript,
    });
    const page = await context.newPage();
    return javaScript ? new PlaywrightSurface(context, page) : new StillSurface(context, page);
  }

  async close(): Promise<void> {
    for (const browser of Object.values(this.#browsers)) await (await browser).close();
  }

  get #isFirefox(): boolean {
    return this.#type.name() === 'firefox';
  }

  /** The one that runs already. Firefox needs another without JavaScript: it only minds the whole browser's setting. */
  #browser(javaScript: boolean): Promise<Browser> {
    const firefoxUserPrefs = { ...this.#options.firefoxUserPrefs, 'javascript.enabled': javaScript };
    const kind = this.#isFirefox && !javaScript ? 'still' : 'usual';
    this.#browsers[kind] ??= this.#type.launch({
      ...this.#options,
      ...(this.#isFirefox ? { firefoxUserPrefs } : {}),
    });
    return this.#browsers[kind];
  }
}

class PlaywrightSurface implements Surface {
  readonly #context: BrowserContext;
  readonly #page: Page;

  constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.#page = page;
    page.setDefaultTimeout(WAIT_MS);
  }

  async open(url: string): Promise<void> {
    await this.#page.goto(url, { waitUntil: 'commit' });
  }

  async reload(): Promise<void> {
    await this.#page.reload({ waitUntil: 'commit' });
  }

  async back(): Promise<void> {
    await this.#page.goBack({ waitUntil: 'commit', timeout: HISTORY_MS }).catch(() => null);
  }

  async forward(): Promise<void> {
    await this.#page.goForward({ waitUntil: 'commit', timeout: HISTORY_MS }).catch(() => null);
  }

  href(): Promise<string> {
    // Playwright's own idea of the address goes stale in Firefox when the history moves.
    return sayAgain(() => this.#page.evaluate(() => location.href));
  }

  async click(target: Target): Promise<void> {
    await this.locate(target).click();
  }

  async type(target: Target, words: string): Promise<void> {
    // Key by key: what Playwright's own "fill" puts into a field never reaches the app in Firefox.
    await this.locate(target).click();
    await this.#page.keyboard.press('Control+A');
    if (words) await this.#page.keyboard.type(words);
    else await this.#page.keyboard.press('Backspace');
  }

  keyDown(key: Key): Promise<void> {
    return this.#page.keyboard.down(key);
  }

  keyUp(key: Key): Promise<void> {
    return this.#page.keyboard.up(key);
  }

  press(key: Key): Promise<void> {
    return this.#page.keyboard.press(key);
  }

  async text(target: Target): Promise<string> {
    const [words = ''] = await sayAgain(() => this.locate(target).allInnerTexts());
    return words;
  }

  count(target: Target): Promise<number> {
    return sayAgain(() => this.all(target).count());
  }

  evaluate<Value, Given>(run: (given: Given) => Value | Promise<Value>, given?: Given): Promise<Value> {
    return this.#page.evaluate(run as (given: unknown) => Value | Promise<Value>, given);
  }

  async newWindow(): Promise<Surface> {
    return new PlaywrightSurface(this.#context, await this.#context.newPage());
  }

  screenshot(): Promise<Buffer> {
    return this.#page.screenshot();
  }

  close(): Promise<void> {
    return this.#context.close();
  }

  protected all(target: Target): Locator {
    const { css, text } = typeof target === 'string' ? { css: target, text: undefined } : target;
    return this.#page.locator(css).filter({ visible: true, ...(text ? { hasText: text } : {}) });
  }

  protected locate(target: Target): Locator {
    return this.all(target).nth(typeof target === 'string' ? 0 : (target.nth ?? 0));
  }
}

/** With JavaScript off Firefox runs no frames, which Playwright's own click waits for: a tap on the place alone. */
class StillSurface extends PlaywrightSurface {
  override async click(target: Target): Promise<void> {
    const element = this.locate(target);
    await element.waitFor();
    await element.evaluate((found) => found.scrollIntoView({ block: 'center' }));
    const box = await element.boundingBox();
    if (!box) throw new Error(`tests: ${JSON.stringify(target)} is not on the screen`);
    await element.page().mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  }
}

/** A page that went away while it was asked is asked again: the next one answers. */
async function sayAgain<Value>(ask: () => Promise<Value>): Promise<Value> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!/context was destroyed|because of a navigation/.test(String(error))) throw error;
    }
  }
}
