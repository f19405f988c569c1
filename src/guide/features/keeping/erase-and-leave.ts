import type { DirectoryClient } from '../../../page/directory-client.ts';
import { eraseStorage } from './erase-storage.ts';

const CLEAR_BUDGET_MS = 2000;

/**
 * Takes the guide off the screen, in every window, then off the phone, then goes on as leaving does. The exit script
 * paints the cover before any of it begins, so a slow host or a stubborn database is never looked at.
 */
export function eraseAndLeave(client: DirectoryClient): void {
  const event = new CustomEvent('leave-after', { detail: () => eraseAll(client), cancelable: true });
  // Where the exit script has not loaded, nobody answers: then it is done here.
  if (document.dispatchEvent(event)) void eraseAll(client).then(() => location.replace('/cover/'));
}

/**
 * Everything that is kept here, in the order of TR-7; true where the host answered. Script alone leaves readable remnants
 * in Chromium's files; the answer of `/clear` makes the browser itself delete them (measured), so it is asked first.
 */
export async function eraseAll(client: DirectoryClient): Promise<boolean> {
  client.stop();
  return clearPhone();
}

/** What lies on the phone; true where the host answered. */
export async function clearPhone(): Promise<boolean> {
  await stopWorkers();
  // The host is asked first and not waited for: whoever closes the window within its two seconds has erased all the same.
  const clearing = clearBySite();
  await eraseStorage();
  return clearing;
}

/** A service worker that is still being installed would go on filling its cache. */
async function stopWorkers(): Promise<void> {
  const registrations = (await navigator.serviceWorker?.getRegistrations().catch(() => [])) ?? [];
  for (const { installing, waiting, active } of registrations)
    for (const worker of [installing, waiting, active]) worker?.postMessage({ kind: 'stop' });
}

async function clearBySite(): Promise<boolean> {
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
    return true;
  } catch {
    // Offline: what script can delete is deleted, and the screen said that traces may be left.
    return false;
  } finally {
    clearTimeout(timer);
  }
}
