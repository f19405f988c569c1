/** What a host answered to one request. Names of headers are in small letters. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** As it lies in the file: a transport encoding is taken off. */
  readonly body: Uint8Array;
}

/** Something that the host does otherwise than it must. */
export interface Finding {
  readonly path: string;
  readonly what: string;
  readonly nextStep: string;
}

const PATIENCE_MS = 20_000;

/** Asks as a phone does, and follows no redirect; a sentence where there was no answer. */
export async function askHost(address: URL): Promise<Answer | string> {
  try {
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { 'accept-encoding': 'gzip, br' },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: new Uint8Array(await response.arrayBuffer()),
    };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return cause instanceof Error ? cause.message : String(cause);
  }
}
