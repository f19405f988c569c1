const TOKEN = /^[A-Za-z0-9_-]{16,200}$/;

/** The token of a one-time link, or of what somebody typed; null where there is none. */
export function tokenIn(text: string): string | null {
  const last =
    text
      .trim()
      .split(/[#=/?&]/)
      .at(-1) ?? '';
  return TOKEN.test(last) ? last : null;
}

/** Takes the token out of the address at once: whoever looks at the address later, or at the history, finds nothing. */
export function takeTokenFromAddress(): string | null {
  const { hash } = location;
  if (hash === '') return null;
  history.replaceState(null, '', '/');
  return tokenIn(hash);
}

/** Whether the link asks whoever runs a service, who has no account here (V15). Asked before the token is taken out. */
export function isForProvider(): boolean {
  return location.hash.startsWith('#provider=');
}
