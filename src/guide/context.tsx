import { createContext, use, useSyncExternalStore } from 'react';
import type { DirectoryClient, DirectoryState } from '../page/directory-client.ts';
import type { Session, SessionStore } from './session.ts';

interface GuideContext {
  readonly session: SessionStore;
  readonly client: DirectoryClient;
  readonly changeLanguage: (language: string) => Promise<void>;
  /** Whether this phone kept anything when the page was opened; later, `Directory.keeps` says it. */
  readonly keepsAtStart: boolean;
}

const Context = createContext<GuideContext | null>(null);
export const GuideProvider = Context.Provider;

export function useGuide(): GuideContext {
  const context = use(Context);
  if (!context) throw new Error('guide: a screen outside of the provider');
  return context;
}

export function useSession(): Session {
  const { session } = useGuide();
  return useSyncExternalStore(session.subscribe, session.get);
}

export function useDirectory(): DirectoryState {
  const { client } = useGuide();
  return useSyncExternalStore(client.subscribe, client.get);
}
