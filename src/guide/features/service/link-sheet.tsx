import { ForeignText, tamed } from '../../../ui/foreign-text.tsx';
import { GuideSheet } from '../../guide-sheet.tsx';
import { usableChannels } from './contact-channel.ts';
import { GoLink, Trace } from './contact-sheet.tsx';

interface LinkSheetProps {
  readonly title: string;
  readonly url: string;
  readonly onClose: () => void;
}

/** A page of somebody else's: where it is, and what going there leaves behind, before the link can be tapped (TR-19). */
export function LinkSheet({ title, url, onClose }: LinkSheetProps) {
  const channels = usableChannels([{ type: 'web', value: url, cost: 'unknown', on_phone_bill: 'unknown' }]);
  return (
    <GuideSheet title={<ForeignText>{title}</ForeignText>} onClose={onClose}>
      <p>
        <bdi dir="ltr">{tamed(url)}</bdi>
      </p>
      <ul className="plain-list channels">
        {channels.map((channel) => (
          <li key={channel.shown}>
            <Trace channel={channel} />
            <GoLink channel={channel} />
          </li>
        ))}
      </ul>
    </GuideSheet>
  );
}
