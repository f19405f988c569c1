import type * as v from 'valibot';
import type { Me, Refusal, Role } from '../../core/desk-api.ts';
import type { Db } from '../database/database.ts';

/** Who is signed in, and how. */
export interface Session {
  readonly idHash: string;
  readonly me: Me;
  readonly credentialId: string;
  readonly steppedUpAt: Date | null;
}

/** What every route has. The clock is an argument here too, so that tests can move it. */
export interface Desk {
  readonly db: Db;
  readonly now: () => Date;
  readonly origin: string;
  readonly isDemo: boolean;
}

export interface Asked<Body> {
  readonly desk: Desk;
  /** Never null on a route that is for somebody. */
  readonly session: Session;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Body;
  /** As the browser sent them: for what is bound to a browser before anybody is signed in. */
  readonly cookies: string;
}

/** `anyone`: before signing in. An empty list of roles: whoever is signed in. */
export type Who = 'anyone' | readonly Role[];

/** Counted apart, by a key that is gone the next day (NW-11, SV-15). */
export type LimitName = 'sign-in' | 'enrol' | 'draft' | 'export' | 'read' | 'provider';

export interface Reply<Answer> {
  readonly status: 200 | 201;
  readonly answer: Answer;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * One way in, with everything that is known of it: the app checks by it, the description for other programs is made
 * from it, and the tests of roles and of nonsense go through the list of them.
 */
export interface Route<Body = unknown, Answer = unknown> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** As in `/api/edits/:id`. */
  readonly path: `/api/${string}`;
  readonly summary: string;
  readonly who: Who;
  readonly limit: LimitName;
  /** Answers also before both first coordinators are enrolled (settled 36). */
  readonly isEarly?: true;
  /** Of what is sent; without one nothing may be. */
  readonly body?: v.GenericSchema<unknown, Body>;
  readonly query?: v.GenericSchema<unknown, Record<string, string>>;
  readonly answer: v.GenericSchema<unknown, Answer>;
  readonly run: (asked: Asked<Body>) => Promise<Reply<Answer> | Refusal>;
}

/** Keeps what the schemas say of a route while it is put among the others. */
export function route<Body, Answer>(one: Route<Body, Answer>): Route {
  return one as unknown as Route;
}
