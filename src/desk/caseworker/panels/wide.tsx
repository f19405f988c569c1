import type { ReactNode } from 'react';

/** What may be wider than the screen: it is pushed along in its own frame, by the arrow keys too (WCAG 1.4.10, 2.1.1). */
export function Wide({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by a keyboard
    <section className="wide" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
