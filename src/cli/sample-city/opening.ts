import type { Hours } from '../../core/schema.ts';
import type { Need } from '../../core/taxonomy.ts';
import type { Random } from './random.ts';

type Week = Pick<Hours, 'always_open' | 'by_appointment' | 'schedules' | 'source_text'>;

const WEEKDAYS = 'MO,TU,WE,TH,FR';

const SHAPES = {
  always: { always_open: true, schedules: [] },
  weekdays: { schedules: [weekly(WEEKDAYS, '09:00', '17:00')] },
  'six-days': { schedules: [weekly(WEEKDAYS, '08:30', '18:30'), weekly('SA', '10:00', '14:00')] },
  evenings: { schedules: [weekly('MO,WE,TH', '17:00', '21:00')] },
  split: { schedules: [weekly('TU,TH', '09:30', '12:00'), weekly('TU,TH', '13:30', '16:30')] },
  nights: { schedules: [weekly('FR,SA', '20:00', '02:00')] },
  'every-night': { schedules: [weekly('MO,TU,WE,TH,FR,SA,SU', '20:00', '08:00')] },
  monthly: { schedules: [{ freq: 'MONTHLY', byday: '2TU', opens_at: '18:00', closes_at: '20:00' }] },
  appointment: { by_appointment: true, schedules: [] },
  words: {
    schedules: [],
    source_text: 'Most mornings. Later in school holidays. Please ring before you come.',
  },
} satisfies Record<string, Week>;
type Shape = keyof typeof SHAPES;

const USUAL: Readonly<Record<Shape, number>> = {
  weekdays: 30,
  'six-days': 15,
  evenings: 10,
  split: 10,
  appointment: 10,
  words: 8,
  nights: 5,
  monthly: 6,
  always: 3,
  'every-night': 0,
};
const NIGHT_AND_DAY: Readonly<Record<string, number>> = { always: 60, 'every-night': 25, nights: 15 };
const OPEN_AT_NIGHT: readonly Need[] = [
  'safe.crisis-line',
  'home.refuge',
  'home.emergency',
  'health.urgent',
  'health.forensic',
];

/** Undefined for one in twelve: their hours are not known. */
export function hoursFor(random: Random, need: Need): Hours | undefined {
  if (random.chance(1 / 12)) return undefined;
  const shape = random.weighted(OPEN_AT_NIGHT.includes(need) ? NIGHT_AND_DAY : USUAL) as Shape;
  return { timezone: 'Europe/London', exceptions: winterHolidays(random, shape), ...SHAPES[shape] };
}

function winterHolidays(random: Random, shape: Shape): Hours['exceptions'] {
  if (!['weekdays', 'six-days', 'evenings'].includes(shape) || random.chance(0.5)) return [];
  return [
    {
      valid_from: '2026-12-24',
      valid_to: '2026-12-24',
      opens_at: '10:00',
      closes_at: '13:00',
      description: 'Short day before the holiday',
    },
    { valid_from: '2026-12-25', valid_to: '2026-12-26', description: 'Closed for the holiday' },
  ];
}

function weekly(byday: string, opens_at: string, closes_at: string): Hours['schedules'][number] {
  return { freq: 'WEEKLY', byday, opens_at, closes_at };
}
