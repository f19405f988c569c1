import type { PhoneNumber } from '../../../core/phones.ts';
import { useTranslation } from '../../../page/translation.tsx';
import { Digits, ForeignText } from '../../../ui/foreign-text.tsx';
import { GuideSheet } from '../../guide-sheet.tsx';
import { useCountryName } from '../../place-name.ts';
import { usableChannels } from './contact-channel.ts';
import { GoLink, Trace } from './contact-sheet.tsx';

interface NumberSheetProps {
  readonly name: string;
  readonly number: PhoneNumber;
  readonly way: 'call' | 'text';
  readonly onClose: () => void;
}

/** A number that no list on this phone has: the same warning before it can be tapped as for any other (TR-19). */
export function NumberSheet({ name, number, way, onClose }: NumberSheetProps) {
  const { t } = useTranslation('service');
  const countryName = useCountryName();
  const type = way === 'text' ? 'sms' : 'phone';
  const channels = usableChannels([{ type, value: number, cost: 'unknown', on_phone_bill: 'unknown' }]);
  return (
    <GuideSheet title={<ForeignText>{name}</ForeignText>} onClose={onClose}>
      <ul className="plain-list channels">
        {channels.map((channel) => (
          <li key={channel.shown}>
            <p className="big-number">
              <Digits>{channel.shown}</Digits>
            </p>
            {channel.insideCountry && (
              <p className="quiet">
                {t('contactSheet.insideCountry', { country: countryName(channel.insideCountry) })}
              </p>
            )}
            <Trace channel={channel} />
            <GoLink channel={channel} />
          </li>
        ))}
      </ul>
      <p className="quiet">{t('contactSheet.otherPhone')}</p>
      <p className="quiet">{t('contactSheet.callBack')}</p>
    </GuideSheet>
  );
}
