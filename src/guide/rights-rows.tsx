import type { ShownRightsPage } from '../core/rights.ts';
import { ForeignText } from '../ui/foreign-text.tsx';
import { useGuide } from './context.tsx';

/** Rights pages to open, each by the question that it answers. */
export function RightsRows({ pages }: { readonly pages: readonly ShownRightsPage[] }) {
  const { session } = useGuide();
  return (
    <ul className="plain-list rows">
      {pages.map(({ question, language, title }) => (
        <li key={question}>
          <button
            type="button"
            className="row-button"
            onClick={() => session.open({ name: 'rights', question })}
          >
            <ForeignText language={language}>{title}</ForeignText>
          </button>
        </li>
      ))}
    </ul>
  );
}
