import { allLanguagesFile, deployment, languageFiles } from 'virtual:app-build';
import { CardList } from '../../page/cards/card-list.tsx';
import { exitSiteOf } from '../../page/exit-site.ts';
import { addLanguage } from '../../page/language-files.ts';
import { useTranslation } from '../../page/translation.tsx';
import { useSession } from '../context.tsx';
import { useCountries } from '../countries.ts';
import { LANGUAGES } from '../languages.ts';

/** Sentences to hold up, in the language of her place. */
export function CardsScreen() {
  const { t } = useTranslation('cards');
  const { t: common } = useTranslation('common');
  const { language, place } = useSession();
  const country = useCountries().find(({ code }) => code === place?.country);
  return (
    <>
      <h1 tabIndex={-1}>{t('title')}</h1>
      <CardList
        language={language}
        languages={LANGUAGES}
        localLanguages={country?.own.map(({ lang }) => lang) ?? []}
        fetchWords={(code) => addLanguage(code, { languageFiles, allLanguagesFile })}
        exit={{ href: exitSiteOf(deployment.exit_sites, language), label: common('exit') }}
      />
    </>
  );
}
