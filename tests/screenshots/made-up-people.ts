import type { AuditEntry, Person, Proposal, RiskyChange } from '../../src/core/desk-api.ts';
import { LAW_ID } from '../volunteer/a-directory.ts';

// Who works at a made-up desk, as its coordinator sees it.

const person = (name: string, roles: Person['roles'], isWaiting = false): Person => ({
  id: name.toLowerCase(),
  name,
  roles,
  regions: [],
  languages: [],
  state: isWaiting ? 'waiting' : 'active',
  credentials: [
    {
      id: `key-${name.toLowerCase()}`,
      state: isWaiting ? 'waiting' : 'active',
      madeAt: '2026-11-20T10:00:00.000Z',
    },
  ],
});

export const PEOPLE: readonly Person[] = [
  person('Tern', ['coordinator']),
  person('Wren', ['reviewer']),
  person('Sparrow', ['contributor'], true),
];

export const PROPOSALS: readonly Proposal[] = [
  {
    id: 'first',
    kind: 'approve-credential',
    subject: 'key-sparrow',
    roles: null,
    by: { id: 'curlew', name: 'Curlew' },
    at: '2026-11-20T11:00:00.000Z',
  },
  {
    id: 'second',
    kind: 'grant-roles',
    subject: 'wren',
    roles: ['reviewer', 'coordinator'],
    by: { id: 'curlew', name: 'Curlew' },
    at: '2026-11-20T11:05:00.000Z',
  },
];

const line = (seq: number, more: Pick<AuditEntry, 'actor' | 'action' | 'object' | 'detail'>): AuditEntry => ({
  seq,
  at: `2026-11-20T1${seq}:10:00.000Z`,
  previous: '',
  hash: '',
  ...more,
});

export const LOG: readonly AuditEntry[] = [
  line(4, {
    actor: 'wren',
    action: 'edit.approve',
    object: 'edit 7c1e',
    detail: { fields: ['channels.phone'] },
  }),
  line(3, {
    actor: 'heron',
    action: 'edit.propose',
    object: 'edit 7c1e',
    detail: { fields: ['channels.phone'] },
  }),
  line(2, { actor: 'sparrow', action: 'credential.enrolled', object: 'credential 51a0', detail: {} }),
  line(1, { actor: 'curlew', action: 'person.invited', object: 'person sparrow', detail: {} }),
];

export const RISKY: readonly RiskyChange[] = [
  {
    listingId: LAW_ID,
    name: 'Quay Law Centre (made up)',
    region: 'sample',
    version: 2,
    risk: 'contact',
    change: {
      field: 'channels.phone:+442079460111',
      before: { type: 'phone', value: '+442079460111' },
      after: { type: 'phone', value: '+442079460199' },
    },
  },
];
