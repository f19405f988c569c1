import { useEffect, useState } from 'react';

/** Whether a newer version of the app waits, and a way to take it now. Nothing is interrupted without the person's tap. */
export function useNewVersion(): { hasNewVersion: boolean; takeNewVersion: () => void } {
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null);
  useEffect(() => {
    void navigator.serviceWorker
      ?.getRegistration()
      .then((registration) => setWaiting(registration?.waiting ?? null));
  }, []);
  const takeNewVersion = () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.replace('/'), { once: true });
    waiting?.postMessage({ kind: 'use-new-version' });
  };
  return { hasNewVersion: waiting !== null, takeNewVersion };
}
