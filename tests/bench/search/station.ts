import type { Turn } from './rig.ts';

/** Where one engine is measured with one directory: a process, a worker or a page. */
export interface Station {
  install(): Promise<number | null>;
  open(): Promise<{ open: number; first: number }>;
  touch(): Promise<void>;
  answers(turn: Turn): Promise<string[]>;
  times(turn: Turn): Promise<number[]>;
  /** Bytes that the opened engine holds; null where it cannot be told. */
  memory(): Promise<number | null>;
  close(): Promise<void>;
}

/** What the other side of a station does when it is told the name of one of its functions. */
export type Order = Exclude<keyof Station, 'close'>;

export async function obey(
  station: Omit<Station, 'close'>,
  order: Order,
  turn: Turn | undefined,
): Promise<unknown> {
  if (order !== 'answers' && order !== 'times') return station[order]();
  if (!turn) throw new Error('bench: which questions?');
  return station[order](turn);
}
