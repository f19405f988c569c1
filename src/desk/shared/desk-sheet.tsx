import { deployment } from 'virtual:app-build';
import type { ReactNode } from 'react';
import { exitSiteOf } from '../../page/exit-site.ts';
import { useLanguage, useTranslation } from '../../page/translation.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';

interface DeskSheetProps {
  readonly title: ReactNode;
  /** "Close", unless closing is a choice against what the sheet is about. */
  readonly closeLabel?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A sheet with the desk's own exit, in the worker's language. */
export function DeskSheet(props: DeskSheetProps) {
  const { t } = useTranslation('common');
  const exit = { href: exitSiteOf(deployment.exit_sites, useLanguage()), label: t('exit') };
  return <Sheet closeLabel={t('close')} exit={exit} {...props} />;
}
