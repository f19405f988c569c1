import { useState } from 'react';
import { useTranslation } from '../../../page/translation.tsx';
import { Check } from '../../shared/check-group.tsx';
import { DeskSheet } from '../../shared/desk-sheet.tsx';

interface ConfirmErasingProps {
  readonly title: string;
  readonly goes: readonly string[];
  readonly stays: readonly string[];
  readonly label: string;
  readonly onErase: () => void;
  readonly onClose: () => void;
}

/** What goes and what stays, and a tick before the button does anything: there is no way back. */
export function ConfirmErasing({ title, goes, stays, label, onErase, onClose }: ConfirmErasingProps) {
  const { t } = useTranslation('desk-clients');
  const { t: common } = useTranslation('common');
  const [isSure, setSure] = useState(false);
  return (
    <DeskSheet title={title} closeLabel={common('cancel')} onClose={onClose}>
      <h3>{t('confirm.goes')}</h3>
      <ul>
        {goes.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h3>{t('confirm.stays')}</h3>
      <ul>
        {stays.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Check label={t('confirm.sure')} isSelected={isSure} onChange={setSure} />
      <button type="button" className="button" disabled={!isSure} onClick={onErase}>
        {label}
      </button>
    </DeskSheet>
  );
}
