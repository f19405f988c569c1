import type { DirectoryClient } from '../../../page/directory-client.ts';
import { registerWorker } from '../../../page/shell-worker.ts';
import { clearPhone } from './erase-and-leave.ts';

// Whether this phone keeps anything at all (TR-1). The deployment chooses how the guide begins: `auto` keeps the shell and
// the public lists from the first visit, `ask` nothing until she says so. Nothing personal is kept in either.

/** What the build wrote into the first HTML. */
function asksBeforeKeeping(): boolean {
  return document.documentElement.dataset.keep === 'ask';
}

/** Where the guide asks first, a registered worker is the sign that she said yes. */
export async function keepsOnThisPhone(): Promise<boolean> {
  if (!asksBeforeKeeping()) return true;
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  return registration !== undefined;
}

export async function startKeeping(client: DirectoryClient): Promise<void> {
  const kept = await client.keep(true);
  if (kept.ok) registerWorker();
}

/** Everything goes from the phone, and the page goes on from memory until it is closed. */
export async function stopKeeping(client: DirectoryClient): Promise<void> {
  await client.keep(false);
  await clearPhone();
}
