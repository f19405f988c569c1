export const SERVICE_WORKER = '/sw.js';

/** Starts the service worker, which keeps the app on the device. */
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
