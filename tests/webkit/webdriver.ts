import type { RunningWebKit } from './start-webkit.ts';

// As much of the WebDriver protocol (W3C) as the stories need, over fetch.

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

const BACKSPACE = '\uE003';
// A page that goes away never answers what it was asked.
const SCRIPT_MS = 15_000;
// Nor does a driver that waits for a key which it has mixed up with another.
const ANSWER_MS = 60_000;
// A page that is left for another site's may take a question with it; the next page answers the same question at once.
const FIRST_ANSWER_MS = 2000;
// On a machine that does much else a browser starts slowly.
const START_MS = 30_000;

export type ElementReference = { readonly [ELEMENT]: string };

export class WebDriverError extends Error {
  /** The protocol's own name of what went wrong, as "stale element reference". */
  readonly code: string;

  constructor(code: string, message: string) {
    super(`WebDriver: ${code}: ${message}`);
    this.code = code;
  }
}

/** One browser with a profile that ends with it. The driver allows one at a time. */
export class WebDriverSession {
  readonly #base: string;
  #window = '';

  private constructor(base: string) {
    this.#base = base;
  }

  static async open(
    { address, browser }: RunningWebKit,
    options: readonly string[] = [],
  ): Promise<WebDriverSession> {
    const capabilities = {
      alwaysMatch: {
        // A page that waits for an address that never answers must still answer questions.
        pageLoadStrategy: 'none',
        timeouts: { script: SCRIPT_MS },
        'webkitgtk:browserOptions': { binary: browser, args: ['--automation', ...options] },
      },
    };
    const { sessionId } = await send<{ sessionId: string }>(
      'POST',
      `${address}/session`,
      { capabilities },
      START_MS,
    );
    const session = new WebDriverSession(`${address}/session/${sessionId}`);
    session.#window = await session.#get('window');
    return session;
  }

  close(): Promise<void> {
    return send('DELETE', this.#base);
  }

  go(url: string): Promise<void> {
    return this.#post('url', { url });
  }

  href(): Promise<string> {
    return this.#get('url');
  }

  refresh(): Promise<void> {
    return this.#post('refresh');
  }

  back(): Promise<void> {
    return this.#post('back');
  }

  forward(): Promise<void> {
    return this.#post('forward');
  }

  /**
   * Runs a function body in the page, at once: a page that goes away meanwhile loses nothing. What is not answered is
   * asked again, each time with twice the patience, so it must be such as may run twice.
   */
  async execute<Value>(script: string, ...args: readonly unknown[]): Promise<Value> {
    for (let patience = FIRST_ANSWER_MS; ; patience *= 2) {
      try {
        return await send(
          'POST',
          `${this.#base}/execute/sync`,
          { script, args },
          Math.min(patience, ANSWER_MS),
        );
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'TimeoutError' || patience > ANSWER_MS) throw error;
      }
    }
  }

  /** The same for a function body that gives a promise, which is waited for. */
  async executeAsync<Value>(body: string, ...args: readonly unknown[]): Promise<Value> {
    const script = `const done = arguments[arguments.length - 1];
      const given = [...arguments].slice(0, -1);
      Promise.resolve().then(() => (function () { ${body} }).apply(null, given)).then(
        (value) => done({ value }),
        (error) => done({ error: String(error) }),
      );`;
    const answer = await this.#post<{ value?: Value; error?: string }>('execute/async', { script, args });
    if (answer.error !== undefined) throw new Error(`in the page: ${answer.error}`);
    return answer.value as Value;
  }

  click(element: ElementReference): Promise<void> {
    return this.#post(`element/${element[ELEMENT]}/click`);
  }

  /** Types over what is in the field. The protocol's own "clear" tells no page that the words are gone. */
  async fill(element: ElementReference, text: string): Promise<void> {
    await this.execute('arguments[0].focus(); arguments[0].select();', element);
    const keys = text ? [...text] : [BACKSPACE];
    await this.keys(
      keys.flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]),
    );
  }

  /** Keys go down and up in this order; what is down stays down until a later call lets it up. */
  keys(actions: readonly { readonly type: 'keyDown' | 'keyUp'; readonly value: string }[]): Promise<void> {
    return this.#post('actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  resize(width: number, height: number): Promise<void> {
    return this.#post('window/rect', { width, height });
  }

  /** The picture of the window as a PNG. */
  async screenshot(): Promise<Buffer> {
    return Buffer.from(await this.#get<string>('screenshot'), 'base64');
  }

  get window(): string {
    return this.#window;
  }

  /** Another window with the same profile; `goToWindow` goes there. */
  async newWindow(): Promise<string> {
    return (await this.#post<{ handle: string }>('window/new', { type: 'window' })).handle;
  }

  async goToWindow(handle: string): Promise<void> {
    if (handle === this.#window) return;
    await this.#post('window', { handle });
    this.#window = handle;
  }

  #get<Value>(path: string): Promise<Value> {
    return send('GET', `${this.#base}/${path}`);
  }

  #post<Value>(path: string, body: object = {}): Promise<Value> {
    return send('POST', `${this.#base}/${path}`, body);
  }
}

async function send<Value>(method: string, url: string, body?: object, waitFor = ANSWER_MS): Promise<Value> {
  const signal = AbortSignal.timeout(waitFor);
  const response = await fetch(url, { method, signal, ...(body ? { body: JSON.stringify(body) } : {}) });
  const { value } = (await response.json()) as { value: Value };
  if (response.ok) return value;
  const { error, message } = value as { error: string; message: string };
  throw new WebDriverError(error, message);
}
