import { useState } from 'react';
import type { ShownListing } from '../../../core/shown-listing.ts';
import { useTranslation } from '../../../page/translation.tsx';
import { Digits, Filled, ForeignText, tamed } from '../../../ui/foreign-text.tsx';
import { Icon, type IconName } from '../../../ui/icons/icon.tsx';
import { useGuide, useSession } from '../../context.tsx';
import { GuideSheet } from '../../guide-sheet.tsx';
import { useCountryName } from '../../place-name.ts';
import { type UsableChannel, usableChannels } from './contact-channel.ts';
import { useListings } from './use-listings.ts';

interface ContactSheetProps {
  readonly id: string;
  readonly onClose: () => void;
}

const ICONS: Readonly<Record<UsableChannel['type'], IconName>> = {
  phone: 'phone',
  relay: 'phone',
  sms: 'talk',
  whatsapp: 'talk',
  chat: 'talk',
  web: 'globe',
  email: 'mail',
  'in-person': 'walk',
  ussd: 'phone',
};

/** How to reach a service: each way says what it leaves behind before its link can be tapped (S6, TR-19). */
export function ContactSheet({ id, onClose }: ContactSheetProps) {
  const { t } = useTranslation('service');
  const listing = useListings([id])?.[0];
  if (!listing) return null;
  const channels = usableChannels(listing.channels);
  return (
    <GuideSheet
      title={
        <Filled
          sentence={({ name }) => t('contactSheet.title', { name })}
          parts={{ name: <ForeignText language={listing.text_language}>{listing.name}</ForeignText> }}
        />
      }
      onClose={onClose}
    >
      {channels.length === 0 && <p>{t('contactSheet.none')}</p>}
      <ul className="plain-list channels">
        {channels.map((channel) => (
          <li key={`${channel.type} ${channel.shown} ${channel.channel.label ?? ''}`}>
            <ChannelChoice channel={channel} listing={listing} />
          </li>
        ))}
      </ul>
      <p className="quiet">{t('contactSheet.otherPhone')}</p>
      <p className="quiet">{t('contactSheet.callBack')}</p>
    </GuideSheet>
  );
}

function ChannelChoice({
  channel,
  listing,
}: {
  readonly channel: UsableChannel;
  readonly listing: ShownListing;
}) {
  const { t } = useTranslation('service');
  const [isOpen, setOpen] = useState(false);
  const [isBig, setBig] = useState(false);
  const countryName = useCountryName();
  const { type, channel: details, shown, insideCountry } = channel;
  const isNumber =
    type === 'phone' || type === 'sms' || type === 'whatsapp' || type === 'relay' || type === 'ussd';
  const keyword = details.type === 'sms' ? details.keyword : undefined;
  return (
    <>
      <button type="button" className="row-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon name={ICONS[type]} />
        <span className="row-button-words">
          <strong>
            {details.label ? (
              <ForeignText language={listing.text_language}>{details.label}</ForeignText>
            ) : (
              t(LABELS[type])
            )}
          </strong>
          <span>
            {keyword ? (
              <Filled
                sentence={(gaps) => t('contactSheet.textWord', gaps)}
                parts={{ word: <ForeignText>{keyword}</ForeignText>, number: <Digits>{shown}</Digits> }}
              />
            ) : isNumber ? (
              <Digits>{shown}</Digits>
            ) : (
              <bdi dir="ltr">{tamed(shown)}</bdi>
            )}
          </span>
          {details.cost === 'free' && isNumber && (
            <span className="quiet">
              {type === 'sms' ? t('contactSheet.freeText') : t('contactSheet.free')}
            </span>
          )}
          {insideCountry && (
            <span className="quiet">
              {t('contactSheet.insideCountry', { country: countryName(insideCountry) })}
            </span>
          )}
          {details.note && (
            <span className="quiet">
              <ForeignText language={listing.text_language}>{details.note}</ForeignText>
            </span>
          )}
        </span>
      </button>
      {isOpen && (
        <div className="channel-body">
          <Trace channel={channel} />
          {isNumber && (
            <>
              <button
                type="button"
                className="button-quiet"
                aria-expanded={isBig}
                onClick={() => setBig(!isBig)}
              >
                {isBig ? t('contactSheet.hideBig') : t('contactSheet.big')}
              </button>
              {isBig && (
                <p className="big-number">
                  <Digits>{shown}</Digits>
                </p>
              )}
            </>
          )}
          {type === 'in-person' ? <CopyAddress address={shown} /> : <GoLink channel={channel} />}
        </div>
      )}
    </>
  );
}

/** One sentence on what using the channel leaves behind. Hidden on request, a channel at a time, until the page is left. */
export function Trace({ channel }: { readonly channel: UsableChannel }) {
  const { t } = useTranslation('service');
  const { session } = useGuide();
  const { knownTraces } = useSession();
  const { type, channel: details } = channel;
  const isOffBill = type === 'phone' && details.on_phone_bill === 'no';
  if (knownTraces.includes(type)) return null;
  return (
    <div className="trace">
      <p>{isOffBill ? t('contactSheet.trace.phoneNotOnBill') : t(`contactSheet.trace.${type}`)}</p>
      <button
        type="button"
        className="link"
        onClick={() => session.set({ knownTraces: [...knownTraces, type] })}
      >
        {t('contactSheet.dontShow')}
      </button>
    </div>
  );
}

export function GoLink({ channel: { type, href, shown } }: { readonly channel: UsableChannel }) {
  const { t } = useTranslation('service');
  if (!href) return null;
  const isOutside = type === 'web' || type === 'chat';
  const words = {
    phone: 'goCall',
    relay: 'goCall',
    sms: 'goText',
    whatsapp: 'goWhatsapp',
    email: 'goEmail',
  } as const;
  const label = isOutside
    ? t('contactSheet.goWeb', { host: shown })
    : t(`contactSheet.${words[type as keyof typeof words]}`);
  return (
    <a
      className="button wide"
      href={href}
      rel="noreferrer noopener nofollow external"
      referrerPolicy="no-referrer"
      {...(isOutside ? { target: '_blank' } : {})}
    >
      {label}
    </a>
  );
}

/** No map: it would tell a map's maker, and leave the place in that app's history. */
function CopyAddress({ address }: { readonly address: string }) {
  const { t } = useTranslation('service');
  const [isCopied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard?.writeText(address).then(() => setCopied(true));
  return (
    <>
      <button type="button" className="button wide" onClick={copy}>
        {t('contactSheet.copyAddress')}
      </button>
      <p role="status">{isCopied && t('contactSheet.copied')}</p>
    </>
  );
}

const LABELS = {
  phone: 'contactSheet.call',
  relay: 'contactSheet.relay',
  sms: 'contactSheet.text',
  whatsapp: 'contactSheet.whatsapp',
  chat: 'contactSheet.chat',
  web: 'contactSheet.web',
  email: 'contactSheet.email',
  'in-person': 'contactSheet.visit',
  ussd: 'contactSheet.ussd',
} as const;
