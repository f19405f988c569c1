import { useEffect } from 'react';
import { Paper, type PaperProps } from './paper.tsx';
import { PrintOnly } from './print-only.tsx';

/**
 * While it is shown, printing prints this and nothing else of the page. The name of a saved PDF, and of the job in a
 * printer's queue, is the title of the page: it is another while it is printed and no longer, because the history has
 * the title too (TR-4).
 */
export function PrintPaper(props: PaperProps) {
  const { jobTitle } = props.sheet;
  useEffect(() => {
    const before = document.title;
    const name = () => {
      document.title = jobTitle;
    };
    const nameBack = () => {
      document.title = before;
    };
    window.addEventListener('beforeprint', name);
    window.addEventListener('afterprint', nameBack);
    return () => {
      nameBack();
      window.removeEventListener('beforeprint', name);
      window.removeEventListener('afterprint', nameBack);
    };
  }, [jobTitle]);
  return (
    <PrintOnly>
      <Paper {...props} />
    </PrintOnly>
  );
}
