const REGION_ID = /^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$/;

/** Whether untrusted JSON is a region's id: 1 to 64 of a-z, 0-9 and hyphens within. */
export function isRegionId(value: unknown): value is string {
  return typeof value === 'string' && REGION_ID.test(value);
}
