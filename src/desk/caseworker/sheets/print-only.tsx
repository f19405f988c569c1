import { type ReactNode, useEffect } from 'react';
import { createPortal } from 'react-dom';

/** While it is shown, printing prints this and nothing else of the page. */
export function PrintOnly({ children }: { readonly children: ReactNode }) {
  useEffect(() => {
    const parts = [document.documentElement, document.body];
    for (const part of parts) part.classList.add('prints-paper');
    return () => {
      for (const part of parts) part.classList.remove('prints-paper');
    };
  }, []);
  return createPortal(
    <div className="print-paper" aria-hidden="true">
      {children}
    </div>,
    document.body,
  );
}
