import { useState } from 'react';
import { parsePhone } from '../../../../core/phones.ts';
import type { Channel, Listing } from '../../../../core/schema.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { Choice } from '../../../shared/choice.tsx';
import { phoneForPeople } from '../../fields/phone-text.ts';
import { readWrittenNumber } from '../../fields/written-number.ts';
import { useEditor } from './editor-context.tsx';
import { FieldFindings } from './field-findings.tsx';
import { OnContactFields } from './on-contact-fields.tsx';
import { RowButtons } from './row-buttons.tsx';
import { TextField } from './text-field.tsx';

const TYPES = ['phone', 'sms', 'whatsapp', 'relay', 'ussd', 'chat', 'web', 'email', 'in-person'] as const;
const NUMBERED: readonly string[] = ['phone', 'sms', 'whatsapp', 'relay'];
const CALL_COSTS = ['free', 'local', 'standard', 'paid', 'unknown'] as const;

/** Who offers it, and every way to reach them: in the order in which they are offered, the safest first. */
export function ContactSection() {
  const { t } = useTranslation('vol-editor');
  const { listing, set } = useEditor();
  // Rows begin anew when one goes or moves: what was typed into one must not stay in another's field.
  const [arrangement, setArrangement] = useState(0);
  const { channels, organization } = listing;
  const setChannels = (next: readonly Channel[]) => set({ channels: [...next] });
  const rearrange = (next: readonly Channel[]) => {
    setArrangement(arrangement + 1);
    setChannels(next);
  };
  return (
    <>
      <TextField
        field="organization.name"
        label={t('fields.organisation')}
        value={organization?.name ?? ''}
        language={listing.text_language}
        onChange={(name) => set({ organization: { ...organization, name } })}
      />
      <TextField
        field="organization.website"
        label={t('fields.website')}
        value={organization?.website ?? ''}
        isLeftToRight
        onChange={(website) => set({ organization: withWebsite(organization, website.trim()) })}
      />
      <h3>{t('fields.channels')}</h3>
      <p className="note">{t('fields.channelsHint')}</p>
      <FieldFindings field="channels" />
      {channels.map((channel, at) => (
        <ChannelRow
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name until their number is whole
          key={`${arrangement} ${at}`}
          at={at}
          channel={channel}
          country={listing.country}
          onChange={(next) => setChannels(channels.map((one, index) => (index === at ? next : one)))}
          onRemove={() => rearrange(channels.filter((_, index) => index !== at))}
          onUp={at > 0 ? () => rearrange(moved(channels, at)) : undefined}
        />
      ))}
      <button
        type="button"
        className="button-quiet"
        onClick={() =>
          setChannels([...channels, { type: 'phone', value: '', cost: 'unknown', on_phone_bill: 'unknown' }])
        }
      >
        {t('fields.addChannel')}
      </button>
      <OnContactFields />
    </>
  );
}

function withWebsite(
  { website: _, ...rest }: Listing['organization'],
  next: string,
): Listing['organization'] {
  return next ? { ...rest, website: next } : rest;
}

function moved(channels: readonly Channel[], at: number): Channel[] {
  const next = [...channels];
  const [one] = next.splice(at, 1);
  if (one) next.splice(at - 1, 0, one);
  return next;
}

interface ChannelRowProps {
  readonly at: number;
  readonly channel: Channel;
  readonly country: string;
  readonly onChange: (channel: Channel) => void;
  readonly onRemove: () => void;
  readonly onUp?: (() => void) | undefined;
}

function ChannelRow({ at, channel, country, onChange, onRemove, onUp }: ChannelRowProps) {
  const { t } = useTranslation('vol-editor');
  const [text, setText] = useState(() => shownValue(channel));
  const isNumber = NUMBERED.includes(channel.type);
  const name = t('rows.channel', { number: at + 1 });
  const write = (type: Channel['type'], words: string) => {
    setText(words);
    onChange({ ...plain(channel), type, value: channelValue(type, words, country) } as Channel);
  };
  const isWritten = text.trim() !== '';
  return (
    <fieldset className="row-set">
      <legend className="visually-hidden">{name}</legend>
      <div className="row-line">
        <Choice
          label={t('fields.channelType')}
          value={channel.type}
          options={TYPES.map((id) => ({ id, label: t(`channels.${id}`) }))}
          onChange={(type) => write(type, text)}
        />
        <TextField
          label={t(
            `channelValues.${isNumber ? 'number' : channel.type === 'email' ? 'email' : channel.type === 'web' || channel.type === 'chat' ? 'link' : 'words'}`,
          )}
          value={text}
          isLeftToRight={channel.type !== 'in-person'}
          onChange={(words) => write(channel.type, words)}
        />
        <RowButtons name={name} onRemove={onRemove} onUp={onUp} />
      </div>
      {isNumber && isWritten && (
        <p className={parsePhone(channel.value as string).ok ? 'note' : 'field-problem'}>
          {numberWords(channel) ?? t('problems.number')}
        </p>
      )}
      <div className="row-line">
        <TextField
          label={t('fields.channelLabel')}
          value={channel.label ?? ''}
          onChange={(label) => onChange({ ...channel, label: label || undefined })}
        />
        {isNumber && (
          <Choice
            label={t('fields.callCost')}
            value={channel.cost}
            options={CALL_COSTS.map((id) => ({ id, label: t(`callCosts.${id}`) }))}
            onChange={(cost) => onChange({ ...channel, cost })}
          />
        )}
      </div>
    </fieldset>
  );
}

/** Without the number as it was grouped for display, which the build writes anew. */
function plain({ display: _, ...channel }: Channel): Omit<Channel, 'display'> {
  return channel;
}

function channelValue(type: string, words: string, country: string): Channel['value'] {
  return NUMBERED.includes(type) ? (readWrittenNumber(words, country) ?? words.trim()) : words.trim();
}

function shownValue({ type, value }: Channel): string {
  if (typeof value !== 'string') return value.code;
  return NUMBERED.includes(type) ? phoneForPeople(value) : value;
}

/** As it will be dialled, so that a slip of a digit is seen. */
function numberWords({ value }: Channel): string | null {
  if (typeof value !== 'string') return `${value.code} (${value.country})`;
  return parsePhone(value).ok ? phoneForPeople(value) : null;
}
