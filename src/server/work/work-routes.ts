import * as v from 'valibot';
import type { Report, Task, WorkAnswer } from '../../core/desk-api.ts';
import { CHECK_ANSWERS, type Check } from '../../core/edits/edit.ts';
import { Day, isUuid, Text } from '../../core/schema.ts';
import { SIGNALS } from '../../core/signals.ts';
import { NEEDS } from '../../core/taxonomy.ts';
import { FieldName, Id, Method, RegionName } from '../edits/edit-bodies.ts';
import { refusal } from '../http/refusal.ts';
import { route } from '../http/route.ts';
import { type KeptChecks, keepChecks } from './keep-checks.ts';
import { type KeptReports, keepReports } from './keep-reports.ts';
import { readWork } from './read-work.ts';
import { adoptTask, finishTask, type NewTask } from './tasks.ts';

const VOLUNTEERS = ['contributor', 'reviewer', 'coordinator'] as const;

const CheckBody = v.strictObject({
  id: Id,
  listingId: Id,
  field: FieldName,
  answer: v.picklist(CHECK_ANSWERS),
  at: v.pipe(v.string(), v.isoTimestamp()),
  method: v.optional(Method),
});

const TaskBody = v.strictObject({
  id: Id,
  region: RegionName,
  need: v.picklist(NEEDS),
  language: v.optional(Text(40)),
  area: v.optional(Text(100)),
});

const TaskAnswer = v.strictObject({
  id: v.string(),
  need: v.string(),
  language: v.nullable(v.string()),
  area: v.nullable(v.string()),
  region: v.string(),
  adoptedBy: v.nullable(v.strictObject({ id: v.string(), name: v.string() })),
  doneAt: v.nullable(v.string()),
});

const WorkSchema = v.strictObject({
  checks: v.array(v.strictObject({ ...CheckBody.entries, isMine: v.boolean() })),
  reports: v.array(v.strictObject({ listingId: v.string(), signal: v.string(), weekOf: v.string() })),
  tasks: v.array(TaskAnswer),
});

export const workRoutes = [
  route<undefined, WorkAnswer>({
    method: 'GET',
    path: '/api/work',
    summary: 'What was asked, reported and adopted, which decides what is next',
    who: VOLUNTEERS,
    limit: 'read',
    answer: WorkSchema,
    run: async ({ desk, session }) => ({
      status: 200,
      answer: await readWork(desk.db, session.me.id, desk.now()),
    }),
  }),
  route<Check | readonly Check[], KeptChecks>({
    method: 'POST',
    path: '/api/checks',
    summary: 'Keeps an answer of the deck, or several; sent twice it is one',
    who: VOLUNTEERS,
    limit: 'draft',
    body: v.union([CheckBody, v.array(CheckBody)]),
    answer: v.strictObject({ kept: v.number() }),
    run: keepChecks,
  }),
  route<readonly Report[], KeptReports>({
    method: 'POST',
    path: '/api/reports',
    summary: 'Keeps what a caseworkers’ file of signals said of listings',
    who: VOLUNTEERS,
    limit: 'draft',
    body: v.array(v.strictObject({ listingId: Id, signal: v.picklist(SIGNALS), weekOf: Day })),
    answer: v.strictObject({ kept: v.number() }),
    run: keepReports,
  }),
  route<NewTask, Task>({
    method: 'POST',
    path: '/api/tasks',
    summary: 'Adopts a gap',
    who: VOLUNTEERS,
    limit: 'draft',
    body: TaskBody,
    answer: TaskAnswer,
    run: adoptTask,
  }),
  route<unknown, Task>({
    method: 'POST',
    path: '/api/tasks/:id/done',
    summary: 'Says that an adopted gap is closed',
    who: VOLUNTEERS,
    limit: 'draft',
    answer: TaskAnswer,
    run: async (asked) => (isUuid(asked.params.id) ? await finishTask(asked) : refusal('not-found')),
  }),
];
