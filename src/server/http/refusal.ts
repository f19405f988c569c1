import type { Refusal, RefusalCode } from '../../core/desk-api.ts';

type Status = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 503;

const STATUS: Readonly<Record<RefusalCode, Status>> = {
  'bad-request': 422,
  'too-large': 413,
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  'wrong-origin': 403,
  'slow-down': 429,
  'not-ready': 503,
  'step-up': 403,
  'own-edit': 403,
  'same-credential': 403,
  'method-needed': 422,
  'edited-since': 409,
  'already-decided': 409,
  behind: 409,
  lint: 422,
  limit: 429,
  'link-ended': 410,
  failed: 500,
};

export function statusOf(code: RefusalCode): Status {
  return STATUS[code];
}

export function refusal(code: RefusalCode, more: Omit<Refusal['error'], 'code'> = {}): Refusal {
  return { error: { code, ...more } };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'error' in value;
}
