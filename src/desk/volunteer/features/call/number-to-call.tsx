import { fieldsOf } from '../../../../core/edits/fields.ts';
import { type PhoneNumber, parsePhone } from '../../../../core/phones.ts';
import type { Channel, Listing } from '../../../../core/schema.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { Digits, ForeignText } from '../../../../ui/foreign-text.tsx';
import { Icon } from '../../../../ui/icons/icon.tsx';
import { phoneForPeople } from '../../fields/phone-text.ts';

interface NumberToCallProps {
  readonly field: string;
  readonly listing: Listing;
  readonly isOnly: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** A number as large as it can be read out, and the way to ring it. */
export function NumberToCall({ field, listing, isOnly, isChosen, onChoose }: NumberToCallProps) {
  const { t } = useTranslation('vol-call');
  const channel = fieldsOf(listing).get(field) as unknown as Channel | undefined;
  if (!channel) return null;
  const value = channel.value as PhoneNumber;
  const shown = typeof value === 'string' ? phoneForPeople(value) : value.code;
  const link = parsePhone(value);
  return (
    <div className={isChosen && !isOnly ? 'to-call is-on' : 'to-call'}>
      <p className="number-large">
        <Digits>{shown}</Digits>
      </p>
      {channel.label && (
        <p className="quiet">
          <ForeignText language={listing.text_language}>{channel.label}</ForeignText>
        </p>
      )}
      {link.ok ? (
        <a className="button button-wide call-link" href={link.value.href} onClick={onChoose}>
          <Icon name="phone" />
          {t('call')}
        </a>
      ) : (
        <p className="notice">{t('byHand')}</p>
      )}
    </div>
  );
}
