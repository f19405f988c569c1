import type { Hours, Listing } from '../schema.ts';
import { present } from './contact-parts.ts';
import { hsdsId } from './names.ts';

const EVERY_DAY = 'MO,TU,WE,TH,FR,SA,SU';
const NEXT_DAY = 'Closes on the next day.';

/** Core schedules, in local time. The zone stays in the profile's `hours`: core has an offset, wrong half the year. */
export function schedulesOf({ id, hours }: Listing): object[] {
  return hours
    ? rulesOf(hours).map((rule, index) => ({ id: hsdsId('schedule', id, index), service_id: id, ...rule }))
    : [];
}

function rulesOf(hours: Hours): object[] {
  // The guidance of HSDS for "open day and night".
  const always = { freq: 'WEEKLY', byday: EVERY_DAY, opens_at: '00:00', closes_at: '23:59' };
  const weekly = hours.schedules.map((one) => ({
    ...one,
    ...(one.closes_at <= one.opens_at && { notes: NEXT_DAY }),
  }));
  const exceptions = hours.exceptions.map((one) => ({
    ...one,
    // A core reader knows no word for closed, so a person's words have to say it.
    ...(!one.opens_at && { description: one.description ? `Closed: ${one.description}` : 'Closed' }),
  }));
  const rules = [...(hours.always_open ? [always] : weekly), ...exceptions];
  const words = [hours.by_appointment ? 'By appointment' : undefined, hours.source_text]
    .filter((word) => word !== undefined)
    .join('. ');
  return words ? [...rules, { ...present('description', words) }] : rules;
}
