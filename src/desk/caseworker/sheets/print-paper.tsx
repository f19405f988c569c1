import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { Paper, type PaperProps } from './paper.tsx';

/**
 * While it is shown, printing prints this and nothing else of the page, under the sheet's title: the name of a saved PDF,
 * and of the job in a printer's queue, is the title of the page.
 */
export function PrintPaper(props: PaperProps) {
  const { title } = props.sheet;
  useEffect(() => {
    const before = document.title;
    document.body.classList.add('prints-paper');
    document.title = title;
    return () => {
      document.title = before;
      document.body.classList.remove('prints-paper');
    };
  }, [title]);
  return createPortal(
    <div className="print-paper" aria-hidden="true">
      <Paper {...props} />
    </div>,
    document.body,
  );
}
