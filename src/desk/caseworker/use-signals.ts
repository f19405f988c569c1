import type { IsoDate } from '../../core/dates.ts';
import { useToday } from '../shared/use-today.ts';
import { OUTBOX_ID, PRACTICE_OUTBOX_ID } from './caseload/cases.ts';
import { useCases, useDesk, useWorkspace } from './desk-context.tsx';
import {
  addSignal,
  type ListingSignal,
  listingSignal,
  type SignalKind,
  signalFile,
} from './domain/signal.ts';

export interface Signals {
  readonly outbox: readonly ListingSignal[];
  /** Of what happened today, or on another day. */
  signalOf(listingId: string, kind: SignalKind, on?: IsoDate): ListingSignal;
  has(signal: ListingSignal): boolean;
  /** The file as it would be with this one too: what is shown is what is saved. */
  textWith(signal: ListingSignal): string;
  add(signal: ListingSignal): void;
  remove(signal: ListingSignal): void;
  clear(): void;
}

/** What waits to be told to the directory: sealed with everything else, and about services alone (C10). */
export function useSignals(): Signals {
  const { caseload } = useDesk();
  const { signals: outbox } = useCases();
  const today = useToday();
  const { practice } = useWorkspace();
  const id = practice ? PRACTICE_OUTBOX_ID : OUTBOX_ID;
  const keep = (signals: readonly ListingSignal[]) => void caseload.put('outbox', { id, signals });
  return {
    outbox,
    signalOf: (listingId, kind, on = today) => listingSignal(listingId, kind, on),
    has: (signal) => outbox.some((one) => signalFile([one]) === signalFile([signal])),
    textWith: (signal) => signalFile(addSignal(outbox, signal)),
    add: (signal) => keep(addSignal(outbox, signal)),
    remove: (signal) => keep(outbox.filter((one) => one !== signal)),
    clear: () => keep([]),
  };
}
