import type { FirstScreenCountry } from '../../core/first-screen-country.ts';
import { useTranslation } from '../../page/translation.tsx';
import { UrgentCountries } from '../../page/urgent-countries.tsx';
import { Icon, type IconName } from '../../ui/icons/icon.tsx';
import { KeepLine } from '../features/keeping/keep-line.tsx';
import { FirstNotice } from '../first-notice.tsx';
import { TILES, type Tile } from '../tiles.ts';

interface FirstScreenProps {
  readonly languages: readonly { readonly code: string; readonly name: string }[];
  readonly language: string;
  readonly countries: readonly FirstScreenCountry[];
  /** The country of the place chosen, whose numbers are then shown at once. */
  readonly country: string | null;
  readonly placeName: string | null;
  readonly openCountry?: string | undefined;
  readonly isDraft: boolean;
  /** What is said once has not been put away yet. */
  readonly showsNotice: boolean;
  /** Whether this phone keeps anything. */
  readonly keeps: boolean;
  readonly onLanguage?: (code: string) => void;
  readonly onTile?: (tile: Tile) => void;
  readonly onPlace?: () => void;
  /** What the law says, where the list of her place has it. */
  readonly onRights?: false | (() => void);
  readonly onSafety?: () => void;
  readonly onKnown?: () => void;
  readonly onKeep?: (isKept: boolean) => Promise<void>;
}

/**
 * The first screen, the same as static HTML at the build and in the running app, so that nothing moves when the app
 * takes over. It guesses neither country nor language (settled 24); what needs script is hidden without it.
 */
export function FirstScreen(props: FirstScreenProps) {
  const { t } = useTranslation('first');
  const { t: common } = useTranslation('common');
  const { t: rights } = useTranslation('rights');
  return (
    <div className="first">
      <h1 className="quiet-heading" tabIndex={-1}>
        {t('heading')}
      </h1>
      <nav className="languages scripted-only" aria-label={t('languages')}>
        {props.languages.map(({ code, name }) => (
          <button
            key={code}
            type="button"
            lang={code}
            className="chip"
            aria-pressed={code === props.language}
            data-language={code}
            onClick={() => props.onLanguage?.(code)}
          >
            {name}
          </button>
        ))}
      </nav>
      {props.isDraft && <p className="draft">{common('draft')}</p>}
      <UrgentCountries countries={props.countries} country={props.country} openCountry={props.openCountry} />
      {props.showsNotice && <FirstNotice onSafety={props.onSafety} onKnown={props.onKnown} />}
      <section className="scripted-only" aria-labelledby={`tiles-${props.language}`}>
        <h2 id={`tiles-${props.language}`}>{t('whatHelps')}</h2>
        <ul className="tiles">
          {TILES.map((tile) => (
            <li key={tile.id}>
              <button type="button" className="tile" data-tile={tile.id} onClick={() => props.onTile?.(tile)}>
                <Icon name={tile.icon as IconName} />
                <span>{t(`tiles.${tile.id}`)}</span>
              </button>
            </li>
          ))}
        </ul>
        <p className="place-line">
          <button type="button" className="row-button" onClick={props.onPlace}>
            <Icon name="place" />
            <span>{props.placeName ? t('place', { place: props.placeName }) : t('placeNone')}</span>
            <span className="row-button-end">{t('placeChange')}</span>
          </button>
        </p>
        {props.onRights && (
          <p className="rights-line">
            <button type="button" className="row-button" onClick={props.onRights}>
              <Icon name="scale" />
              <span>{rights('title')}</span>
            </button>
          </p>
        )}
      </section>
      <p className="quiet">
        {t('record')}{' '}
        <button type="button" className="link scripted-only" onClick={props.onSafety}>
          {t('cannotHide')}
        </button>
      </p>
      <KeepLine keeps={props.keeps} {...(props.onKeep ? { onKeep: props.onKeep } : {})} />
    </div>
  );
}
