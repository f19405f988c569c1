import { createContext, use } from 'react';
import type { Listing } from '../../../../core/schema.ts';
import type { Finding } from './findings.ts';

interface EditorContext {
  readonly listing: Listing;
  readonly set: (change: Partial<Listing>) => void;
  /** What is wrong with this edit, and with nothing that was there before (V7). */
  readonly findings: readonly Finding[];
  /** Whether it was tried to send: only then is an empty field called missing. */
  readonly isTried: boolean;
  readonly reasons: Readonly<Record<string, string>>;
  readonly setReason: (key: string, reason: string) => void;
}

const Context = createContext<EditorContext | null>(null);
export const EditorProvider = Context.Provider;

export function useEditor(): EditorContext {
  const context = use(Context);
  if (!context) throw new Error('desk: a field outside of the form');
  return context;
}
