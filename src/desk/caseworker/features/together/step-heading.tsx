import type { ReactNode } from 'react';

export const STEP_ID = 'together-step';

/** Where one goes on when a step has taken the place of another. */
export function StepHeading({ children }: { readonly children: ReactNode }) {
  return (
    <h2 id={STEP_ID} tabIndex={-1}>
      {children}
    </h2>
  );
}
