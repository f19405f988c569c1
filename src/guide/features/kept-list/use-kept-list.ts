import { useEffect, useRef } from 'react';
import { useDirectory, useGuide, useSession } from '../../context.tsx';
import { lockList } from './lock-list.ts';

const IDLE_MS = 5 * 60_000;
const HIDDEN_MS = 60_000;

/**
 * While the kept list is open: whatever changes in it is sealed again, and it locks by itself after five minutes without
 * a touch, or a minute in the background (TR-13). Leaving the page locks it too: the key is in memory only.
 */
export function useKeptList(): void {
  const { session, client } = useGuide();
  const { saved, isListOpen } = useSession();
  const { directory } = useDirectory();
  const written = useRef(saved);

  useEffect(() => {
    const isChanged = written.current !== saved;
    written.current = saved;
    if (!isListOpen || !isChanged) return;
    // What could not be sealed is in memory alone, and the screen says so again.
    void client.keptList({ do: 'change', ids: saved }).then(({ ok }) => {
      if (!ok) session.set({ isListOpen: false });
    });
  }, [saved, isListOpen, session, client]);

  // Nothing is kept any more: the list goes on in memory.
  const keeps = directory?.keeps ?? true;
  useEffect(() => {
    if (isListOpen && !keeps) session.set({ isListOpen: false });
  }, [isListOpen, keeps, session]);

  useEffect(() => {
    if (!isListOpen) return;
    const lock = () => lockList(session, client);
    let idle = setTimeout(lock, IDLE_MS);
    const touch = () => {
      clearTimeout(idle);
      idle = setTimeout(lock, IDLE_MS);
    };
    let hidden: ReturnType<typeof setTimeout> | undefined;
    let hiddenAt = 0;
    const look = () => {
      clearTimeout(hidden);
      if (document.visibilityState === 'hidden') {
        hiddenAt = Date.now();
        hidden = setTimeout(lock, HIDDEN_MS);
        // A phone that sleeps runs no timers: what is past is noticed when it wakes.
      } else if (hiddenAt > 0 && Date.now() - hiddenAt >= HIDDEN_MS) lock();
    };
    for (const event of ['pointerdown', 'keydown'] as const) addEventListener(event, touch, true);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(idle);
      clearTimeout(hidden);
      for (const event of ['pointerdown', 'keydown'] as const) removeEventListener(event, touch, true);
      document.removeEventListener('visibilitychange', look);
    };
  }, [isListOpen, session, client]);
}
