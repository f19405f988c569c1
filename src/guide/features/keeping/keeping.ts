import type { DirectoryClient } from '../../directory-client.ts';
import { SERVICE_WORKER } from '../../trusted-types.ts';
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

export function registerWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const register = () => void navigator.serviceWorker.register(SERVICE_WORKER).catch(() => undefined);
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}

/** The service worker keeps the version before until it has heard this (ST-10). */
export function sayStarted(): void {
  const { pathname: script } = new URL(import.meta.url);
  void navigator.serviceWorker?.ready.then(({ active }) => active?.postMessage({ kind: 'started', script }));
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
