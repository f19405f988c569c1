import type { Cases } from './cases.ts';

/**
 * What is kept of practice, or of the real work: never both (C15). What belongs to a client who cannot be read counts as
 * real, so that nothing real is lost from sight.
 */
export function casesOf(cases: Cases, isPractice: boolean): Cases {
  const clients = cases.clients.filter((client) => (client.isPractice ?? false) === isPractice);
  const made = new Set(cases.clients.filter((client) => client.isPractice).map(({ id }) => id));
  const isHere = ({ clientId }: { readonly clientId: string }) => made.has(clientId) === isPractice;
  return {
    ...cases,
    clients,
    referrals: cases.referrals.filter(isHere),
    consents: cases.consents.filter(isHere),
    contacts: cases.contacts.filter(isHere),
    signals: isPractice ? cases.practiceSignals : cases.signals,
  };
}
