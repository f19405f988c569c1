import type { Instant } from '../../../core/dates.ts';
import type { LockChannel } from './lock-channel.ts';

/** Nobody may choose longer (C11). */
export const MOST_IDLE_MINUTES = 5;
/** Other windows hear of somebody working at most this often. */
const TELL_EVERY_MS = 10_000;

export interface Clock {
  now(): Instant;
  /** Calls back once, after so many milliseconds or later; gives a way to take it back. */
  after(milliseconds: number, act: () => void): () => void;
}

/** The browser's own. */
export const pageClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, act) => {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
};

export interface AutoLockRules {
  /** Five at most; anything else counts as five. */
  readonly idleMinutes: number;
  /** Whether another tab, another app or a switched-off screen locks it at once. */
  readonly locksWhenHidden: boolean;
}

export interface LockedBy {
  readonly vault: { lock(): void; onLock(onLocked: () => void): () => void };
  readonly clock: Clock;
  readonly channel: LockChannel;
  /** Whoever works is seen here. */
  readonly page: Pick<Document, 'addEventListener' | 'removeEventListener' | 'visibilityState'>;
  /** Leaving is seen here: a page that is left may stay in memory, and come back with Back. */
  readonly view: Pick<Window, 'addEventListener' | 'removeEventListener'>;
}

const WORK = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

/** Locks the vault when nobody has worked in any window for a while, on leaving, and when hidden if that is chosen. */
export function lockByItself(
  { vault, clock, channel, page, view }: LockedBy,
  { idleMinutes, locksWhenHidden }: AutoLockRules,
): () => void {
  const isAllowed = idleMinutes > 0 && idleMinutes <= MOST_IDLE_MINUTES;
  const limit = (isAllowed ? idleMinutes : MOST_IDLE_MINUTES) * 60_000;
  let lastWork = clock.now();
  let lastTold = Number.NEGATIVE_INFINITY;
  let takeBack = clock.after(limit, look);

  // A device that slept has no timers, and is late with them: whatever comes first after it looks at the clock.
  function isOver(): boolean {
    const idle = clock.now() - lastWork;
    // A clock that was set back says nothing of how long it was.
    return idle >= limit || idle < 0;
  }

  function look(): void {
    takeBack();
    if (isOver()) vault.lock();
    else takeBack = clock.after(limit - (clock.now() - lastWork), look);
  }

  function work(): void {
    if (isOver()) {
      vault.lock();
      return;
    }
    lastWork = clock.now();
    if (lastWork - lastTold < TELL_EVERY_MS) return;
    lastTold = lastWork;
    channel.tell('used');
  }

  function changeOfView(): void {
    if (page.visibilityState === 'hidden' && locksWhenHidden) vault.lock();
    else look();
  }

  const leave = () => vault.lock();
  const stopListening = channel.listen((message) => {
    if (message === 'used' && !isOver()) lastWork = clock.now();
  });
  // Seen on the way down, before whatever is touched can keep it to itself.
  for (const kind of WORK) page.addEventListener(kind, work, { capture: true, passive: true });
  page.addEventListener('visibilitychange', changeOfView);
  view.addEventListener('pagehide', leave);

  const stop = () => {
    takeBack();
    stopListening();
    stopOnLock();
    for (const kind of WORK) page.removeEventListener(kind, work, { capture: true });
    page.removeEventListener('visibilitychange', changeOfView);
    view.removeEventListener('pagehide', leave);
  };
  const stopOnLock = vault.onLock(stop);
  return stop;
}
