import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lockByItself } from './auto-lock.ts';
import type { LockMessage } from './lock-channel.ts';

const MINUTE = 60_000;

/** A window with a clock that is turned by hand, and its timers as late as they are told to be. */
function windowOf(rules: { idleMinutes: number; locksWhenHidden?: boolean }) {
  let now = 1_000_000;
  let timers: { at: number; act: () => void }[] = [];
  let locks = 0;
  const onLocked = new Set<() => void>();
  const told: LockMessage[] = [];
  const heard = new Set<(message: LockMessage) => void>();
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState });
  const view = new EventTarget();
  const stop = lockByItself(
    {
      vault: {
        lock: () => {
          locks++;
          for (const tell of [...onLocked]) tell();
        },
        onLock: (tell) => {
          onLocked.add(tell);
          return () => onLocked.delete(tell);
        },
      },
      clock: {
        now: () => now,
        after: (milliseconds, act) => {
          const timer = { at: now + milliseconds, act };
          timers.push(timer);
          return () => {
            timers = timers.filter((one) => one !== timer);
          };
        },
      },
      channel: {
        tell: (message) => told.push(message),
        listen: (hear) => {
          heard.add(hear);
          return () => heard.delete(hear);
        },
      },
      page: page as never,
      view: view as never,
    },
    { locksWhenHidden: false, ...rules },
  );
  return {
    stop,
    told,
    work: (kind = 'keydown') => page.dispatchEvent(new Event(kind)),
    leave: () => view.dispatchEvent(new Event('pagehide')),
    hear: (message: LockMessage) => {
      for (const one of [...heard]) one(message);
    },
    show: (state: DocumentVisibilityState) => {
      page.visibilityState = state;
      page.dispatchEvent(new Event('visibilitychange'));
    },
    /** Time passes; timers ring when their time has come. */
    pass: (milliseconds: number) => {
      const end = now + milliseconds;
      for (;;) {
        const next = timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
        if (!next) break;
        timers = timers.filter((one) => one !== next);
        now = Math.max(now, next.at);
        next.act();
      }
      now = end;
    },
    /** Time passes without a timer: the device slept. */
    sleep: (milliseconds: number) => {
      now += milliseconds;
    },
    locks: () => locks,
    timers: () => timers.length,
  };
}

describe('locking by itself (C11)', () => {
  it('C11 comes after the idle minutes, not before', () => {
    const desk = windowOf({ idleMinutes: 3 });
    desk.pass(3 * MINUTE - 1);
    expect(desk.locks()).toBe(0);
    desk.pass(1);
    expect(desk.locks()).toBe(1);
  });

  it.each(['pointerdown', 'keydown', 'wheel', 'touchmove'])('C11 is put off by %s', (kind) => {
    const desk = windowOf({ idleMinutes: 1 });
    for (let minute = 0; minute < 10; minute++) {
      desk.pass(0.9 * MINUTE);
      desk.work(kind);
    }
    expect(desk.locks()).toBe(0);
    desk.pass(MINUTE);
    expect(desk.locks()).toBe(1);
  });

  it.each([6, 60, 0, -1, Number.NaN, Number.POSITIVE_INFINITY])('C11 %d minutes are five', (idleMinutes) => {
    const desk = windowOf({ idleMinutes });
    desk.pass(5 * MINUTE - 1);
    expect(desk.locks()).toBe(0);
    desk.pass(1);
    expect(desk.locks()).toBe(1);
  });

  it('C11 the first key after a device has slept does not keep it open', () => {
    const desk = windowOf({ idleMinutes: 2 });
    desk.sleep(2 * MINUTE);
    desk.work();
    expect(desk.locks()).toBe(1);
  });

  it('C11 a page that is shown again after long locks before anything is touched', () => {
    const desk = windowOf({ idleMinutes: 2 });
    desk.show('hidden');
    expect(desk.locks()).toBe(0);
    desk.sleep(2 * MINUTE);
    desk.show('visible');
    expect(desk.locks()).toBe(1);
  });

  it('C11 a clock that was set back locks', () => {
    const desk = windowOf({ idleMinutes: 2 });
    desk.sleep(-MINUTE);
    desk.work();
    expect(desk.locks()).toBe(1);
  });

  it('C11 hiding it locks at once where that is chosen', () => {
    const chosen = windowOf({ idleMinutes: 5, locksWhenHidden: true });
    chosen.show('hidden');
    expect(chosen.locks()).toBe(1);
    const not = windowOf({ idleMinutes: 5 });
    not.show('hidden');
    expect(not.locks()).toBe(0);
  });

  it('C11 leaving the page locks, whatever is chosen', () => {
    const desk = windowOf({ idleMinutes: 5 });
    desk.leave();
    expect(desk.locks()).toBe(1);
  });

  it('C11 work in another window counts, and is told of at most every ten seconds', () => {
    const desk = windowOf({ idleMinutes: 1 });
    for (let turn = 0; turn < 5; turn++) {
      desk.pass(0.9 * MINUTE);
      desk.hear('used');
    }
    expect(desk.locks()).toBe(0);
    for (let turn = 0; turn < 21; turn++) {
      desk.work();
      desk.pass(1_000);
    }
    expect(desk.told).toEqual(['used', 'used', 'used']);
  });

  it('C11 a window that slept does not let another’s word keep it open', () => {
    const desk = windowOf({ idleMinutes: 1 });
    desk.sleep(MINUTE);
    desk.hear('used');
    desk.work();
    expect(desk.locks()).toBe(1);
  });

  it('C11 once locked it watches nothing any more', () => {
    const desk = windowOf({ idleMinutes: 1 });
    desk.leave();
    expect(desk.timers()).toBe(0);
    desk.work();
    desk.show('visible');
    desk.pass(10 * MINUTE);
    expect(desk.locks()).toBe(1);
    expect(desk.told).toEqual([]);
  });

  it('C11 it can be stopped', () => {
    const desk = windowOf({ idleMinutes: 1 });
    desk.stop();
    desk.pass(10 * MINUTE);
    desk.leave();
    expect(desk.locks()).toBe(0);
  });

  it('C11 law: it is never open after five minutes in which nobody worked, whatever the timers did', () => {
    const step = fc.record({
      minutes: fc.integer({ min: 0, max: 24 }).map((quarters) => quarters / 4),
      asleep: fc.boolean(),
      after: fc.constantFrom('work' as const, 'show' as const, 'nothing' as const),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.integer({ min: 1, max: 5 }), (steps, idleMinutes) => {
        const desk = windowOf({ idleMinutes });
        let idle = 0;
        for (const { minutes, asleep, after } of steps) {
          if (asleep) desk.sleep(minutes * MINUTE);
          else desk.pass(minutes * MINUTE);
          idle += minutes * MINUTE;
          const shouldBeLocked = idle >= idleMinutes * MINUTE;
          if (after === 'work') desk.work();
          if (after === 'show') desk.show('visible');
          if (shouldBeLocked && (after !== 'nothing' || !asleep)) {
            expect(desk.locks()).toBe(1);
            return;
          }
          if (shouldBeLocked) continue;
          expect(desk.locks()).toBe(0);
          if (after === 'work') idle = 0;
        }
      }),
    );
  });
});
