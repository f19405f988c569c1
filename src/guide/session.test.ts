import { describe, expect, it, vi } from 'vitest';
import { EMPTY_QUERY } from '../search/query.ts';
import { createSession, screenOf } from './session.ts';

const names = (session: ReturnType<typeof createSession>) => session.get().screens.map(({ name }) => name);

describe('a session (invariant 5)', () => {
  it('begins on the first screen with nothing known of anyone (EX-22)', () => {
    expect(createSession('sw').get()).toEqual({
      screens: [{ name: 'first' }],
      place: null,
      query: EMPTY_QUERY,
      saved: [],
      language: 'sw',
      textSize: 'm',
      theme: 'auto',
      forgetAfterDays: null,
      isListOpen: false,
      knowsFirstNotice: false,
      knownTraces: [],
    });
  });

  it('peels one screen at a time, and keeps the answers of the one below', () => {
    const session = createSession('en');
    session.open({ name: 'results' });
    session.set({ query: { ...EMPTY_QUERY, isFree: true } });
    session.open({ name: 'service', id: 'a' });
    session.open({ name: 'service', id: 'b' });
    expect(screenOf(session.get())).toEqual({ name: 'service', id: 'b' });
    session.back();
    expect(screenOf(session.get())).toEqual({ name: 'service', id: 'a' });
    session.back();
    expect(names(session)).toEqual(['first', 'results']);
    expect(session.get().query.isFree).toBe(true);
  });

  it('never peels the first screen', () => {
    const session = createSession('en');
    session.back();
    session.back();
    expect(names(session)).toEqual(['first']);
  });

  it('leads back to the first screen from one of the bottom bar, whatever was open', () => {
    const session = createSession('en');
    session.open({ name: 'results' });
    session.open({ name: 'filters' });
    session.jump({ name: 'saved' });
    expect(names(session)).toEqual(['first', 'saved']);
    session.jump({ name: 'first' });
    expect(names(session)).toEqual(['first']);
  });

  it('tells its listeners of each change, until they have had enough', () => {
    const session = createSession('en');
    const listener = vi.fn(() => session.get());
    const stop = session.subscribe(listener);
    session.open({ name: 'urgent' });
    expect(listener.mock.results[0]?.value.screens).toHaveLength(2);
    session.set({ theme: 'dark' });
    stop();
    session.back();
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it('gives what it gave before where nothing has changed, and a new whole where something has', () => {
    const session = createSession('en');
    const before = session.get();
    expect(session.get()).toBe(before);
    session.set({ saved: ['a'] });
    expect(session.get()).not.toBe(before);
    expect(before.saved).toEqual([]);
  });

  it('is another one for each page: nothing goes from one to the next', () => {
    const one = createSession('en');
    one.set({ saved: ['a'], query: { ...EMPTY_QUERY, text: 'x' } });
    expect(createSession('en').get()).toMatchObject({ saved: [], query: EMPTY_QUERY });
  });
});
