/** One step of the way: what is tapped once it is in sight, or what is only waited for. */
export interface Step {
  readonly name: string;
  readonly css: string;
  /** What it begins with, where the selector finds several. */
  readonly text?: string;
  readonly isTapped: boolean;
}

export interface Walked {
  /** Milliseconds since the navigation began, by step: when it was in sight. */
  readonly seen: Readonly<Record<string, number>>;
  readonly firstPaint: number;
}

/**
 * Runs in the page before any script of it, and walks as fast as anything can be seen: a person's eyes and thumb, and the
 * ways of the tool that drives the browser, are no part of the figure. Looks once a frame.
 */
export function walkInPage(steps: readonly Step[]): void {
  const page = window as unknown as { walked: Walked | null };
  page.walked = null;
  const seen: Record<string, number> = {};
  let at = 0;
  const find = ({ css, text }: Step) =>
    [...document.querySelectorAll<HTMLElement>(css)].find(
      (one) => one.getClientRects().length > 0 && (one.textContent ?? '').startsWith(text ?? ''),
    );
  const look = () => {
    const step = steps[at];
    const found = step && find(step);
    if (step && found) {
      seen[step.name] = performance.now();
      if (step.isTapped) found.click();
      at++;
    }
    if (at < steps.length) requestAnimationFrame(look);
    else {
      const paint = performance.getEntriesByName('first-contentful-paint')[0];
      page.walked = { seen, firstPaint: paint?.startTime ?? Number.NaN };
    }
  };
  requestAnimationFrame(look);
}
