import { useTranslation } from '../../../page/translation.tsx';
import type { Hit } from '../../../search/query.ts';
import { ForeignText } from '../../../ui/foreign-text.tsx';
import { Icon } from '../../../ui/icons/icon.tsx';
import { useGuide, useSession } from '../../context.tsx';
import { SaveButton } from '../../save-button.tsx';
import {
  AvailabilityFact,
  FreshnessFact,
  LanguageFact,
  OpeningFact,
  PlaceFact,
  StatusFact,
} from './service-facts.tsx';

interface ServiceCardProps {
  readonly hit: Hit;
  readonly instant: number;
  readonly onContact: (id: string) => void;
  /** One below what stands over the list. */
  readonly heading: 'h2' | 'h3';
}

/** One service in a list. The order is fixed: name, what they do, whether they can help her, where, how sure we are. */
export function ServiceCard({ hit, instant, onContact, heading: Heading }: ServiceCardProps) {
  const { t } = useTranslation('service');
  const { t: names } = useTranslation('languages');
  const { session } = useGuide();
  const { language, query } = useSession();
  const isForeign = !hit.textLanguage.startsWith(language);
  return (
    <article className="card" data-id={hit.id}>
      <Heading>
        <button
          type="button"
          className="card-name"
          onClick={() => session.open({ name: 'service', id: hit.id })}
        >
          <ForeignText language={hit.textLanguage}>{hit.name}</ForeignText>
        </button>
      </Heading>
      <p>
        <ForeignText language={hit.textLanguage}>{hit.summary}</ForeignText>
        {isForeign && (
          <span className="only-in">
            {t('onlyIn', {
              language: names(`names.${hit.textLanguage}` as 'names.en', { defaultValue: hit.textLanguage }),
            })}
          </span>
        )}
      </p>
      <ul className="facts">
        <StatusFact hit={hit} />
        <LanguageFact hit={hit} wanted={query.languages} />
        <OpeningFact hit={hit} instant={instant} />
        <AvailabilityFact hit={hit} />
        <PlaceFact hit={hit} />
        <FreshnessFact hit={hit} instant={instant} />
      </ul>
      <div className="card-actions">
        <SaveButton id={hit.id} />
        {hit.channelTypes.length > 0 && (
          <button type="button" className="button" onClick={() => onContact(hit.id)}>
            <Icon name="phone" />
            <span>{t('contact')}</span>
          </button>
        )}
      </div>
    </article>
  );
}
