import { AVAILABILITIES } from '../../../../core/codes.ts';
import type { Listing } from '../../../../core/schema.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { Choice } from '../../../shared/choice.tsx';
import { DateField } from '../../../shared/fields/date-field.tsx';
import { todayHere } from '../../../shared/use-today.ts';
import { useEditor } from './editor-context.tsx';
import { FieldFindings } from './field-findings.tsx';
import { TextField } from './text-field.tsx';

const STATUSES = ['active', 'temporarily closed', 'inactive', 'defunct'] as const;
const HOURS_OF_A_DAY = 24;
const HOUR = 3_600_000;

/** What is so just now, and for how long: space, a notice, whether it is there at all. */
export function NowSection() {
  const { t } = useTranslation('vol-editor');
  const { listing, set } = useEditor();
  return (
    <>
      <Availability />
      <Alert />
      <Choice
        label={t('fields.isOpen')}
        value={listing.status}
        options={STATUSES.map((id) => ({ id, label: t(`statuses.${id}`) }))}
        onChange={(status) => set(withStatus(listing, status))}
      />
      {listing.status === 'defunct' && <p className="notice">{t('closing.hint')}</p>}
      <FieldFindings field="status" />
    </>
  );
}

/** A service that is gone stays findable for staff, and goes from every phone at the next release (V11). */
function withStatus({ verification }: Listing, status: Listing['status']): Partial<Listing> {
  const isGone = status === 'defunct';
  const state = isGone ? 'closed' : verification.state === 'closed' ? 'unverified' : verification.state;
  return { status, verification: { ...verification, state } };
}

function Availability() {
  const { t } = useTranslation('vol-editor');
  const { listing, set } = useEditor();
  const { availability } = listing;
  const age = availability
    ? Math.max(0, Math.round((Date.now() - Date.parse(availability.as_of)) / HOUR))
    : 0;
  return (
    <>
      <Choice
        label={t('fields.space')}
        value={availability?.value ?? 'unknown'}
        options={AVAILABILITIES.map((id) => ({ id, label: t(`spaces.${id}`) }))}
        onChange={(value) =>
          set({
            availability:
              value === 'unknown'
                ? undefined
                : { value, as_of: new Date().toISOString(), valid_hours: HOURS_OF_A_DAY },
          })
        }
      />
      {availability && availability.value !== 'unknown' && (
        <p className="note">
          {age > availability.valid_hours
            ? t('spaceAge.over', { count: age })
            : t('spaceAge.holds', { count: age, hours: availability.valid_hours })}
        </p>
      )}
      <FieldFindings field="availability" />
    </>
  );
}

function Alert() {
  const { t } = useTranslation('vol-editor');
  const { listing, set } = useEditor();
  const { alert } = listing;
  const today = todayHere();
  const current = alert ?? { text: '', from: today, until: today };
  return (
    <div className="row-set">
      <TextField
        field="alert"
        label={t('fields.alert')}
        hint={t('fields.alertHint')}
        value={current.text}
        language={listing.text_language}
        onChange={(text) => set({ alert: text === '' ? undefined : { ...current, text } })}
      />
      {alert && (
        <div className="row-line">
          <DateField
            label={t('fields.from')}
            value={alert.from}
            onChange={(from) => set({ alert: { ...alert, from: from || today } })}
          />
          <DateField
            label={t('fields.until')}
            value={alert.until}
            onChange={(until) => set({ alert: { ...alert, until: until || today } })}
          />
        </div>
      )}
    </div>
  );
}
