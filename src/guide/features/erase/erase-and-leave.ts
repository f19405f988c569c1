import type { DirectoryClient } from '../../directory-client.ts';

const CLEAR_BUDGET_MS = 2000;

/**
 * Takes off everything the page keeps, then leaves. Script alone leaves readable remnants in Chromium's files; the
 * answer of `/clear` makes the browser itself delete them (measured), so it is asked where there is a network.
 */
export async function eraseAndLeave(client: DirectoryClient): Promise<void> {
  await client.ask({ kind: 'erase' });
  client.stop();
  const registrations = (await navigator.serviceWorker?.getRegistrations?.()) ?? [];
  await Promise.all(registrations.map((registration) => registration.unregister()));
  await clearBySite();
  document.querySelector<HTMLElement>('[data-exit]')?.click();
}

async function clearBySite(): Promise<void> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), CLEAR_BUDGET_MS);
  try {
    await fetch('/clear', {
      cache: 'no-store',
      // Chromium ignores the answer of a request without credentials; there is no cookie that could go with it.
      credentials: 'same-origin',
      referrerPolicy: 'no-referrer',
      signal: controller.signal,
    });
  } catch {
    // Offline: what script could delete is deleted, and the screen said that traces may be left.
  } finally {
    clearTimeout(timer);
  }
}
