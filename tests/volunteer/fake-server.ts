import type { IncomingMessage, ServerResponse } from 'node:http';
import { DESK_HEADERS } from '../../src/cli/security-headers.ts';
import { staticSite } from '../../src/cli/static-site.ts';
import type {
  HistoryStep,
  KeptEdit,
  Me,
  Refusal,
  RefusalCode,
  Report,
  SessionAnswer,
  StaffListing,
} from '../../src/core/desk-api.ts';
import { applyChanges } from '../../src/core/edits/changes.ts';
import type { Check, Edit, JsonValue } from '../../src/core/edits/edit.ts';
import { TestSite } from '../stories/test-site.ts';

// Stands in for the volunteers' server in the stories of the desk alone: its shapes (core/desk-api.ts), none of its rules.

const STATUS: Partial<Record<RefusalCode, number>> = { 'not-signed-in': 401, 'not-found': 404, behind: 409 };

const HERON: Me = { id: 'p1', name: 'Heron', roles: ['contributor'], regions: [], languages: ['en'] };

export class FakeServer {
  readonly listings = new Map<string, StaffListing>();
  readonly checks: Check[] = [];
  readonly edits: Edit[] = [];
  readonly reports: Report[] = [];
  readonly history: HistoryStep[] = [];
  /** Of one-time links, as they came. */
  readonly tokens: string[] = [];
  /** Method and path of everything asked under /api/. */
  readonly asked: string[] = [];
  session: SessionAnswer = {
    isReady: true,
    isDemo: false,
    me: HERON,
    steppedUpAt: null,
  };
  /** By method and path, as in `GET /api/edits`: what a story says itself. */
  readonly answers = new Map<string, (body: unknown, url: URL) => object>();
  /** What the next edits and checks are refused with. */
  refusesWith: RefusalCode | null = null;
  #seq = 0;
  readonly #changed = new Map<string, number>();
  /** What the desk is opened from, and where it asks. */
  readonly site: TestSite;

  private constructor(site: TestSite) {
    this.site = site;
  }

  static async open(): Promise<FakeServer> {
    const files = staticSite('dist/desk', DESK_HEADERS);
    const server: FakeServer = new FakeServer(
      await TestSite.open((request, response) => {
        if (request.url?.startsWith('/api/')) void server.#answer(request, response);
        else files(request, response);
      }),
    );
    return server;
  }

  get origin(): string {
    return this.site.origin;
  }

  put(one: StaffListing): void {
    this.#seq += 1;
    this.listings.set(one.listing.id, one);
    this.#changed.set(one.listing.id, this.#seq);
  }

  /** Somebody else's change, approved already. */
  changeBySomebody(id: string, field: string, after: JsonValue, author: string): void {
    const before = this.listings.get(id);
    if (!before) throw new Error('tests: no such listing');
    const old = (before.listing as unknown as Record<string, JsonValue>)[field] ?? null;
    const change = { field, before: old, after } as const;
    const outcome = applyChanges(before.listing, [change]);
    if (!outcome.ok) throw new Error(`tests: ${JSON.stringify(outcome.problem)}`);
    const version = before.version + 1;
    const at = new Date().toISOString();
    this.put({ ...before, version, listing: outcome.value, changedAt: at });
    this.history.push({
      version,
      at,
      editId: null,
      author,
      approver: 'Wren',
      changes: [change],
      isPurged: false,
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    this.asked.push(`${request.method} ${url.pathname}`);
    const body = await bodyOf(request);
    const answer = this.#answerTo(`${request.method} ${url.pathname}`, url, body);
    const status = 'error' in answer ? (STATUS[answer.error.code] ?? 422) : 200;
    response.writeHead(status, {
      ...DESK_HEADERS,
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
    });
    response.end(JSON.stringify(answer));
  }

  #answerTo(asked: string, url: URL, body: unknown): object | Refusal {
    if (asked === 'GET /api/session') return this.session;
    const passkey = this.#answerToPasskey(asked, body);
    if (passkey) return passkey;
    const own = this.answers.get(asked);
    if (own) return own(body, url);
    if (!this.session.me) return refused('not-signed-in');
    if (asked === 'POST /api/sign-out') {
      this.session = { ...this.session, me: null };
      return {};
    }
    if (asked === 'GET /api/listings') return this.#listingsAfter(url.searchParams.get('after') ?? '');
    if (asked === 'GET /api/work')
      return {
        checks: this.checks.map((one) => ({ ...one, isMine: true })),
        reports: this.reports,
        tasks: [],
      };
    if (asked.endsWith('/history')) return this.history;
    if (asked === 'POST /api/checks' || asked === 'POST /api/edits') {
      if (this.refusesWith) return refused(this.refusesWith);
      return asked.endsWith('checks') ? this.#takeCheck(body as Check) : this.#takeEdit(body as Edit);
    }
    return refused('not-found');
  }

  /** Takes any passkey: what a real server makes of one is told of the server. */
  #answerToPasskey(asked: string, body: unknown): object | null {
    const challenge = 'Y2hhbGxlbmdlLW9mLXRoZS1zdG9yaWVz';
    switch (asked) {
      case 'POST /api/enrol/options':
        this.tokens.push((body as { token: string }).token);
        return {
          challenge,
          rp: { name: 'Desk', id: 'localhost' },
          user: { id: 'cDE', name: 'Heron', displayName: 'Heron' },
          pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
          authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        };
      case 'POST /api/enrol':
        return { state: 'waiting' };
      case 'POST /api/sign-in/options':
        return { challenge, rpId: 'localhost', userVerification: 'required' };
      case 'POST /api/sign-in':
        this.session = { ...this.session, me: HERON };
        return this.session;
      default:
        return null;
    }
  }

  #listingsAfter(after: string): object {
    const all = [...this.listings.values()].filter(
      ({ listing }) => (this.#changed.get(listing.id) ?? 0) > Number(after),
    );
    return { listings: all, cursor: String(this.#seq), more: false };
  }

  #takeCheck(check: Check): object {
    if (!this.checks.some(({ id }) => id === check.id)) this.checks.push(check);
    return {};
  }

  #takeEdit(edit: Edit): KeptEdit | Refusal {
    const current = this.listings.get(edit.listingId);
    if (current && current.version !== edit.baseVersion) return { error: { code: 'behind', current } };
    if (!this.edits.some(({ id }) => id === edit.id)) this.edits.push(edit);
    return {
      edit,
      hash: 'x',
      state: 'pending',
      author: { id: 'p1', name: 'Heron' },
      isMine: true,
      isRisky: false,
      cannotDecide: 'own-edit',
      isProviderStated: false,
      madeAt: new Date().toISOString(),
      decisions: [],
      undoUntil: null,
    };
  }
}

function refused(code: RefusalCode): Refusal {
  return { error: { code } };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString();
  return text === '' ? undefined : JSON.parse(text);
}
