import type { StaffDesk } from './kept/staff-desk.ts';

const FIRST_PAUSE_MS = 3000;
const LONGEST_PAUSE_MS = 5 * 60_000;

/**
 * What is done is sent, and what is new fetched: at the start, when the network comes back, and while the page is seen.
 * A browser that says it is online may not be, and one that was in a tunnel does not always say that it came out: while
 * nobody answers it is tried again, at first soon.
 */
export function exchangeNowAndThen(desk: StaffDesk): void {
  let pause = FIRST_PAUSE_MS;
  let next: ReturnType<typeof setTimeout> | undefined;
  const go = async () => {
    clearTimeout(next);
    if (document.visibilityState !== 'visible') return;
    await desk.exchange();
    clearTimeout(next);
    const isCutOff = desk.get().problem?.kind === 'offline';
    next = setTimeout(() => void go(), isCutOff ? pause : LONGEST_PAUSE_MS);
    pause = isCutOff ? Math.min(2 * pause, LONGEST_PAUSE_MS) : FIRST_PAUSE_MS;
  };
  const goAnew = () => {
    pause = FIRST_PAUSE_MS;
    void go();
  };
  goAnew();
  addEventListener('online', goAnew);
  document.addEventListener('visibilitychange', goAnew);
}
