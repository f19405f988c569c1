import { useTranslation } from '../../../page/translation.tsx';
import { RightsRows } from '../../rights-rows.tsx';
import { useRights } from '../../use-rights.ts';

const MOST_PAGES = 2;

/** What the law says about her words: beside the services, and never counted as one. */
export function RightsFound({ text }: { readonly text: string }) {
  const { t } = useTranslation('rights');
  const pages = useRights(text)?.pages.slice(0, MOST_PAGES) ?? [];
  if (pages.length === 0) return null;
  return (
    <section className="rights-found" aria-labelledby="rights-found">
      <h2 id="rights-found">{t('title')}</h2>
      <RightsRows pages={pages} />
    </section>
  );
}
