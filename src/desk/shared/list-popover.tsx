import type { ReactNode } from 'react';
import { Popover } from 'react-aria-components';

/** Where lists of choices are drawn; the shell has it. */
export const LISTS_ID = 'lists-of-choices';

/**
 * The frame of a list of choices. Not drawn in the body itself, as the library would have it: leaving empties the body, and
 * the library then looks for what stood before the list and complains aloud that there is nothing.
 */
export function ListPopover({ children }: { readonly children: ReactNode }) {
  const place = document.getElementById(LISTS_ID);
  return (
    <Popover className="popover" offset={4} {...(place ? { UNSTABLE_portalContainer: place } : {})}>
      {children}
    </Popover>
  );
}
