/** Where a server of ours answers; a static host has nothing there. */
const API = '/api/';

/**
 * Whether this address has a server behind it (settled 35). A server that is broken into could send other code and read
 * what is typed here. Nothing but a plain "there is nothing" counts as none; without a network the build alone decides.
 */
export async function hasServer(get: typeof fetch): Promise<boolean> {
  try {
    const response = await get(API, {
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
    });
    return response.status !== 404;
  } catch {
    return false;
  }
}
