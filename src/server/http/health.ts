import * as v from 'valibot';
import { isAnswering } from '../database/change.ts';
import { refusal } from './refusal.ts';
import { route } from './route.ts';

const Fine = v.strictObject({ ok: v.literal(true) });
const FINE = { status: 200, answer: { ok: true } } as const;

export const healthRoutes = [
  route({
    method: 'GET',
    path: '/api/health',
    summary: 'The process is alive',
    who: 'anyone',
    limit: 'read',
    isEarly: true,
    answer: Fine,
    run: async () => FINE,
  }),
  route({
    method: 'GET',
    path: '/api/ready',
    summary: 'The database answers',
    who: 'anyone',
    limit: 'read',
    isEarly: true,
    answer: Fine,
    run: async ({ desk }) => ((await isAnswering(desk.db)) ? FINE : refusal('not-ready')),
  }),
];
