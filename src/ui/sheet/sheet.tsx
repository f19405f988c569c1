import { type ReactNode, useEffect, useRef } from 'react';
import { ExitLink } from '../exit/exit-link.tsx';

interface SheetProps {
  readonly title: ReactNode;
  readonly closeLabel: string;
  readonly exit: { readonly href: string; readonly label: string };
  /** Over the whole screen, for what is held up to somebody. */
  readonly isWhole?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A native dialog over the page. It lies in the browser's top layer, above the page's own exit, so it always carries an
 * exit of its own (EX-2). Closing gives the focus back to where it was.
 */
export function Sheet({ title, closeLabel, exit, isWhole, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={isWhole ? 'sheet sheet-whole' : 'sheet'}
      aria-labelledby="sheet-title"
      onClose={onClose}
    >
      <div className="sheet-bar">
        <button type="button" className="button-quiet" onClick={() => dialog.current?.close()}>
          {closeLabel}
        </button>
        <ExitLink look="sheet" {...exit} />
      </div>
      <h2 id="sheet-title" tabIndex={-1}>
        {title}
      </h2>
      {children}
      {/* What lies under a dialog is not read out, so the presses of Shift are counted here too (EX-13). */}
      <p role="status" className="visually-hidden" data-exit-status="" />
    </dialog>
  );
}
