import { allLanguagesFile, deployment, languageFiles } from 'virtual:app-build';
import { CardList } from '../../../../page/cards/card-list.tsx';
import { exitSiteOf } from '../../../../page/exit-site.ts';
import { addLanguage } from '../../../../page/language-files.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { useWorkspace } from '../../desk-context.tsx';
import { useCountries } from '../../use-countries.ts';

/** Sentences to hold up on a client's behalf, or for a client to hold up. */
export function CardsScreen() {
  const { t } = useTranslation('cards');
  const { t: common } = useTranslation('common');
  const { language } = useWorkspace();
  const { here } = useCountries();
  return (
    <>
      <h1 tabIndex={-1}>{t('title')}</h1>
      <p>{t('note')}</p>
      <CardList
        language={language}
        languages={deployment.languages}
        localLanguages={here.flatMap(({ own }) => own.map(({ lang }) => lang))}
        choosesOwn
        fetchWords={(code) => addLanguage(code, { languageFiles, allLanguagesFile })}
        exit={{ href: exitSiteOf(deployment.exit_sites, language), label: common('exit') }}
      />
    </>
  );
}
