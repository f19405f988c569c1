// Shorter than what somebody feels between a tap and its answer.
const SLICE = 40;

interface Slices {
  readonly onPart: (part: number) => void;
  readonly signal: AbortSignal;
  /** Lets the screen be drawn and taps be heard. */
  readonly pause?: () => Promise<void>;
}

/** Work in small steps to its end, with the screen awake between them; null where it was stopped. */
export async function inSlices<Value>(
  work: Generator<number, Value>,
  { onPart, signal, pause = nextTask }: Slices,
): Promise<Value | null> {
  for (;;) {
    const until = performance.now() + SLICE;
    let step = work.next();
    while (!step.done && performance.now() < until) step = work.next();
    if (step.done) return signal.aborted ? null : step.value;
    onPart(step.value);
    await pause();
    if (signal.aborted) return null;
  }
}

function nextTask(): Promise<void> {
  return new Promise((done) => {
    setTimeout(done);
  });
}
