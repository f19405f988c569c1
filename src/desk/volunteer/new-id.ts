/** Made on the device, so that what is sent twice is one thing. */
export function newId(): string {
  return crypto.randomUUID();
}
