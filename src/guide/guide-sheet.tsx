import { deployment } from 'virtual:app-build';
import type { ReactNode } from 'react';
import { exitSiteOf } from '../page/exit-site.ts';
import { useTranslation } from '../page/translation.tsx';
import { Sheet } from '../ui/sheet/sheet.tsx';
import { useSession } from './context.tsx';

interface GuideSheetProps {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A sheet with the guide's own exit, in her language. */
export function GuideSheet(props: GuideSheetProps) {
  const { t } = useTranslation('common');
  const { language } = useSession();
  const exit = { href: exitSiteOf(deployment.exit_sites, language), label: t('exit') };
  return <Sheet closeLabel={t('close')} exit={exit} {...props} />;
}
