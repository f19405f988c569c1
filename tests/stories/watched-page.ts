import type { BrowserContext, Page } from '@playwright/test';

// A page whose every way to ask, to connect or to leave something behind tells of being used. Set before any script of
// the guide runs; what it cannot see (workers, what the host answers) the stories look at themselves.

export interface Use {
  readonly kind: 'permission' | 'connection' | 'listener' | 'file' | 'leaving';
  readonly what: string;
}

export async function watchPages(context: BrowserContext): Promise<Use[]> {
  const uses: Use[] = [];
  await context.exposeBinding('used', (_source, use: Use) => uses.push(use));
  await context.addInitScript(watch);
  return uses;
}

/** Runs in the page before any of its own script. */
function watch(): void {
  const page = globalThis as unknown as { used: (use: Use) => void } & Record<string, unknown>;
  const refuse = (kind: Use['kind'], what: string) =>
    function refused() {
      page.used({ kind, what });
      throw new Error(`${what} is refused`);
    };
  const replace = (owner: unknown, names: readonly string[], kind: Use['kind']) => {
    for (const name of names)
      if (owner && name in (owner as object))
        Object.defineProperty(owner, name, { configurable: true, writable: true, value: refuse(kind, name) });
  };
  replace(
    page,
    [
      'WebSocket',
      'EventSource',
      'RTCPeerConnection',
      'webkitRTCPeerConnection',
      'WebTransport',
      'WebSocketStream',
    ],
    'connection',
  );
  replace(page, ['PresentationRequest', 'BackgroundFetchManager', 'SharedWorker'], 'connection');
  replace(Navigator.prototype, ['sendBeacon'], 'connection');
  replace(page, ['showSaveFilePicker', 'showOpenFilePicker', 'showDirectoryPicker'], 'file');
  replace(URL, ['createObjectURL'], 'file');
  const owners = page as unknown as Record<string, { prototype?: unknown } | undefined>;
  const asking: Readonly<Record<string, readonly string[]>> = {
    Geolocation: ['getCurrentPosition', 'watchPosition'],
    Permissions: ['query', 'request'],
    MediaDevices: ['getUserMedia', 'getDisplayMedia', 'enumerateDevices'],
    Clipboard: ['read', 'readText'],
    PushManager: ['subscribe', 'permissionState'],
    SyncManager: ['register'],
    PeriodicSyncManager: ['register'],
    WakeLock: ['request'],
    Bluetooth: ['requestDevice'],
    USB: ['requestDevice'],
    CredentialsContainer: ['get', 'create', 'store'],
    ServiceWorkerRegistration: ['showNotification'],
    Navigator: [
      'setAppBadge',
      'clearAppBadge',
      'share',
      'requestMIDIAccess',
      'registerProtocolHandler',
      'vibrate',
    ],
  };
  for (const [owner, names] of Object.entries(asking)) replace(owners[owner]?.prototype, names, 'permission');
  for (const name of ['Notification', 'DeviceMotionEvent', 'DeviceOrientationEvent', 'IdleDetector'])
    replace(owners[name], ['requestPermission'], 'permission');
  replace(page, ['PaymentRequest'], 'permission');
  // Answered as by a browser that will not: she may be asked this by one button, which goes on whatever is answered.
  if (typeof StorageManager === 'function')
    StorageManager.prototype.persist = () => {
      page.used({ kind: 'permission', what: 'persist' });
      return Promise.resolve(false);
    };

  const unwanted =
    /^(devicemotion|deviceorientation\w*|beforeinstallprompt|appinstalled|push|sync|periodicsync|notification\w*|shake)$/;
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (this: EventTarget, type: string, ...rest: never[]) {
    // React listens for every event there is at its root, whether a part of the page wants it or not.
    const isRoot = this instanceof Element && this.id === 'app';
    if (unwanted.test(type) && !isRoot) page.used({ kind: 'listener', what: type });
    return (add as (...all: unknown[]) => void).call(this, type, ...rest);
  };
  // A link that is followed, by whatever means, unless somebody stopped it.
  addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest?.('a[href]');
    if (link && !event.defaultPrevented)
      page.used({ kind: 'leaving', what: link.getAttribute('href') ?? '' });
  });
  const open = window.open;
  window.open = (...all: Parameters<typeof open>) => {
    page.used({ kind: 'leaving', what: String(all[0]) });
    return null;
  };
}

/** How the fields that words are typed into fall short of TR-12, and how many there are. */
export function fieldsOf(page: Page): Promise<{ fields: number; faults: string[] }> {
  return page.evaluate(() => {
    const selector =
      'input:not([type=checkbox], [type=radio], [type=file]), textarea, select, [contenteditable], [role=textbox], [role=searchbox]';
    const fields = [...document.querySelectorAll<HTMLInputElement>(selector)];
    const wanted = { autocomplete: 'off', autocorrect: 'off', autocapitalize: 'off', spellcheck: 'false' };
    const faults = fields.flatMap((field) => [
      ...Object.entries(wanted)
        .filter(([name, value]) => field.getAttribute(name) !== value)
        .map(([name]) => `${name} is ${field.getAttribute(name)}`),
      ...(field.hasAttribute('name') ? ['has a name'] : []),
      ...(field.form || field.closest('form') ? ['is in a form'] : []),
    ]);
    return { fields: fields.length, faults };
  });
}

/** What on this screen could take a file in or give one out (CT-8, CT-9). */
export function fileMarks(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[download], input[type=file], [href^="blob:"], [href^="data:"]')].map(
      ({ outerHTML }) => outerHTML.slice(0, 200),
    ),
  );
}

export interface LinkOut {
  readonly href: string;
  readonly rel: readonly string[];
  readonly policy: string;
  /** In the sheet, behind its warning. */
  readonly isInSheet: boolean;
  readonly hasWarning: boolean;
  /** The link's own words, and those of the row that opened it. */
  readonly words: string;
}

/** Every link on this screen that leads out of the guide, but for the way out itself. */
export function linksOut(page: Page): Promise<LinkOut[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLAnchorElement>(
        '#app a[href]:not([data-exit]), dialog a[href]:not([data-exit])',
      ),
    ].map((link) => {
      const row = link.closest('dialog li');
      const around = row ?? link.closest('section, .empty, .urgent, main');
      return {
        href: link.getAttribute('href') ?? '',
        rel: [...link.relList].sort(),
        policy: link.referrerPolicy,
        isInSheet: row !== null,
        hasWarning: row ? row.querySelector('.trace p') !== null : around?.querySelector('p.quiet') !== null,
        words: (row ?? link).textContent ?? '',
      };
    }),
  );
}
