import { DESK_HEADERS, SECURITY_HEADERS } from '../security-headers.ts';

/** An app that is put on a host of its own. */
export interface HostedApp {
  /** Its folder in `dist`, and where the examples have it on a host. */
  readonly name: 'guide' | 'casework';
  /** Where its files for hosts are written. */
  readonly hosts: string;
  readonly security: Readonly<Record<string, string>>;
  /** Paths where nothing may be, beside those of every host. */
  readonly empty: readonly string[];
}

/** By the name of the app's folder. */
export const HOSTED_APPS = {
  guide: { name: 'guide', hosts: 'dist/hosts', security: SECURITY_HEADERS, empty: [] },
  casework: {
    name: 'casework',
    hosts: 'dist/hosts-casework',
    security: DESK_HEADERS,
    // A server behind the vault's address could send other code and read what is typed (settled 35); and no list of what
    // lies in the folder of the lists.
    empty: ['/api/', '/api/session', '/data/', '/desk.html'],
  },
} as const satisfies Readonly<Record<string, HostedApp>>;
