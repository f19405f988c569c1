/** A value that screens can watch. */
export interface Observable<Value> {
  get(): Value;
  subscribe(listener: () => void): () => void;
  set(change: Partial<Value>): void;
}

export function createObservable<Value extends object>(first: Value): Observable<Value> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(change) {
      value = { ...value, ...change };
      for (const listener of listeners) listener();
    },
  };
}
