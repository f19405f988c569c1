import type { ReactNode } from 'react';

/**
 * While a list of choices is open the component library hides the rest of the page from assistive technology, or makes it
 * inert. This is its mark for what it leaves alone, as it does with its own messages (decision 021).
 */
export function AlwaysThere({ children }: { readonly children: ReactNode }) {
  return (
    <div className="always-there" data-react-aria-top-layer="">
      {children}
    </div>
  );
}
