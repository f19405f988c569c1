import * as v from 'valibot';
import { type Me, type Person, type Proposal, ROLES, type SessionAnswer } from '../../core/desk-api.ts';

// What is answered about people, compared by the compiler with what the desk reads.

const RoleSchema = v.picklist(ROLES);

export const Roles = v.pipe(v.array(RoleSchema), v.maxLength(ROLES.length));
/** As people write it, without what could pass for somebody else's: no line breaks, no signs that turn the direction. */
export const Name = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(60),
  v.regex(/^[\p{L}\p{M}\p{N}\p{P} ]+$/u),
);
export const Languages = v.pipe(
  v.array(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), v.maxLength(35))),
  v.maxLength(50),
);
export const Regions = v.pipe(
  v.array(v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/), v.maxLength(60))),
  v.maxLength(200),
);

export const MeSchema = v.strictObject({
  id: v.string(),
  name: v.string(),
  roles: v.array(RoleSchema),
  regions: v.array(v.string()),
  languages: v.array(v.string()),
}) satisfies v.GenericSchema<unknown, Me>;

export const SessionSchema = v.strictObject({
  isReady: v.boolean(),
  isDemo: v.boolean(),
  me: v.nullable(MeSchema),
  steppedUpAt: v.nullable(v.string()),
}) satisfies v.GenericSchema<unknown, SessionAnswer>;

export const PersonSchema = v.strictObject({
  ...MeSchema.entries,
  state: v.picklist(['invited', 'waiting', 'active', 'disabled']),
  credentials: v.array(
    v.strictObject({
      id: v.string(),
      state: v.picklist(['waiting', 'active', 'locked', 'removed']),
      madeAt: v.string(),
    }),
  ),
}) satisfies v.GenericSchema<unknown, Person>;

export const ProposalSchema = v.strictObject({
  id: v.string(),
  kind: v.picklist(['grant-roles', 'approve-credential', 'unhide']),
  subject: v.string(),
  roles: v.nullable(v.array(RoleSchema)),
  by: v.strictObject({ id: v.string(), name: v.string() }),
  at: v.string(),
}) satisfies v.GenericSchema<unknown, Proposal>;

export const LinkSchema = v.strictObject({ id: v.string(), link: v.string(), endsAt: v.string() });

/** Done, or waiting for a second coordinator. */
export const ProgressSchema = v.strictObject({ state: v.picklist(['proposed', 'done']) });

export const Nothing = v.strictObject({});
export const NOTHING = { status: 200, answer: {} } as const;
