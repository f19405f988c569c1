import { useState } from 'react';
import { type ReadHours, readHours } from '../../../../core/hours-text/read-hours.ts';
import { isBesideTheWeek, schedulesOf, type Week, weekOf } from '../../../../core/hours-text/week.ts';
import { writeHours } from '../../../../core/hours-text/write-hours.ts';
import type { Hours } from '../../../../core/schema.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { Check } from '../../../shared/check-group.tsx';
import { useEditor } from './editor-context.tsx';
import { FieldFindings } from './field-findings.tsx';
import { HoursExceptions } from './hours-exceptions.tsx';
import { HoursGrid } from './hours-grid.tsx';
import { TextField } from './text-field.tsx';

/** When they are open: as a line of text or day by day, each following the other, and days that are not like the others. */
export function HoursSection() {
  const { t } = useTranslation('vol-editor');
  const { listing, set } = useEditor();
  const hours = listing.hours ?? emptyHours();
  const write = (change: Partial<Hours>) => set({ hours: orNothing({ ...hours, ...change }) });
  const week = weekOf(hours.schedules);
  const beside = hours.schedules.filter(isBesideTheWeek);
  const setWeek = (next: Week) =>
    write({ schedules: [...schedulesOf(next), ...beside], always_open: undefined, source_text: undefined });
  return (
    <>
      <div className="checks-line">
        <Check
          label={t('hours.always')}
          isSelected={hours.always_open ?? false}
          onChange={(isOn) => write({ always_open: isOn || undefined, ...(isOn ? { schedules: [] } : {}) })}
        />
        <Check
          label={t('hours.appointment')}
          isSelected={hours.by_appointment ?? false}
          onChange={(isOn) => write({ by_appointment: isOn || undefined })}
        />
      </div>
      {!hours.always_open && (
        <>
          <HoursText hours={hours} week={week} onWeek={setWeek} onWrite={write} />
          <HoursGrid week={week} onChange={setWeek} />
          {beside.length > 0 && (
            <p className="notice notice-quiet">{t('hours.beside', { count: beside.length })}</p>
          )}
        </>
      )}
      <HoursExceptions
        exceptions={hours.exceptions}
        onChange={(exceptions) => write({ exceptions: [...exceptions] })}
      />
      <TextField
        label={t('hours.zone')}
        hint={t('hours.zoneHint')}
        isLeftToRight
        list="time-zones"
        value={hours.timezone}
        onChange={(timezone) => write({ timezone })}
      />
      <datalist id="time-zones">
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <FieldFindings field="hours" />
    </>
  );
}

interface HoursTextProps {
  readonly hours: Hours;
  readonly week: Week;
  readonly onWeek: (week: Week) => void;
  readonly onWrite: (change: Partial<Hours>) => void;
}

/** A line such as "Mon-Fri 9am-5pm". What cannot be read without guessing stays words, and is shown as words. */
function HoursText({ hours, week, onWeek, onWrite }: HoursTextProps) {
  const { t } = useTranslation('vol-editor');
  // While it is typed the line is the person's own; otherwise it follows the week below it.
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? hours.source_text ?? writeHours(week);
  const read: ReadHours['kind'] | null = text.trim() === '' ? null : readHours({ text }).kind;
  const take = (words: string) => {
    setTyped(words);
    const now = readHours({ text: words });
    if (now.kind === 'schedules') onWeek(weekOf(now.schedules));
    else if (now.kind === 'always') onWrite({ always_open: true, schedules: [], source_text: undefined });
    else if (now.kind === 'appointment') onWrite({ by_appointment: true, source_text: undefined });
    else
      onWrite({ schedules: hours.schedules.filter(isBesideTheWeek), source_text: words.trim() || undefined });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears that the field inside was left
    <div onBlur={() => setTyped(null)}>
      <TextField
        label={t('hours.text')}
        hint={t('hours.textHint')}
        isLeftToRight
        value={text}
        onChange={take}
      />
      <p role="status" className="note">
        {read === 'words' && t('hours.unread')}
        {read === 'schedules' && t('hours.read')}
      </p>
    </div>
  );
}

/** In the zone of the device: who writes of a service mostly sits near it. */
function emptyHours(): Hours {
  return { timezone: new Intl.DateTimeFormat().resolvedOptions().timeZone, schedules: [], exceptions: [] };
}

/** Hours that say nothing are not known, which is another thing than closed. */
function orNothing(hours: Hours): Hours | undefined {
  const {
    always_open: always,
    by_appointment: appointment,
    schedules,
    exceptions,
    source_text: text,
  } = hours;
  const says = always || appointment || schedules.length + exceptions.length > 0 || text;
  return says ? hours : undefined;
}
