import type { PublishingPoint } from '../../../../core/publishing-points.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import { useNames } from '../../../shared/names.ts';
import { useStaffDesk, useVolunteer } from '../../desk-context.tsx';

/** One open point; a line can be opened and mended at once. */
export function PointWords({ point }: { readonly point: PublishingPoint }) {
  const { t } = useTranslation('vol-checklist');
  const { t: countries } = useTranslation('countries');
  const names = useNames();
  const countryOf = (code: string) => countries(`names.${code}` as 'names.KE', { defaultValue: code });
  switch (point.kind) {
    case 'no-root':
    case 'no-origin':
      return t(`points.${point.kind}`);
    case 'few-exit-sites':
      return t('points.few-exit-sites', { language: names.language(point.language), many: point.count });
    case 'made-up':
      return t('points.made-up', { region: point.region });
    case 'small': {
      const { region, services: many, above } = point;
      return above ? t('points.part-of', { region, many, above }) : t('points.small', { region, many });
    }
    case 'unread-words':
      return t(`points.unread-words.${partOf(point.namespace)}`, {
        language: names.language(point.language),
      });
    case 'unchecked-line':
      return <Line id={point.listingId} name={point.name} country={countryOf(point.country)} />;
    case 'unchecked-emergency':
      return t(`points.unchecked-emergency.${point.whom}`, {
        number: point.number,
        country: countryOf(point.country),
      });
    case 'unchecked':
    case 'overdue':
      return t(`points.${point.kind}`, { region: point.region, many: point.count });
  }
}

const PARTS = ['safety', 'common', 'urgent', 'first'] as const;

/** A part that this version has no name for is one of every screen. */
function partOf(namespace: string): (typeof PARTS)[number] {
  return PARTS.find((part) => part === namespace) ?? 'common';
}

interface LineProps {
  readonly id: string;
  readonly name: string;
  readonly country: string;
}

function Line({ id, name, country }: LineProps) {
  const { workspace } = useVolunteer();
  const { directory } = useStaffDesk();
  return (
    <>
      <button
        type="button"
        className="link answer"
        onClick={() => workspace.set({ editing: { listingId: id } })}
      >
        <ForeignText language={directory.get(id)?.listing.text_language ?? 'en'}>{name}</ForeignText>
      </button>{' '}
      · {country}
    </>
  );
}
