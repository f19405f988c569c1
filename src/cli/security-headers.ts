// The header set of every answer of the guide's host (safety NW-3, settled 5 and 6). Any static host must send the same.

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');

// Nothing on this page may listen, look or locate; the camera only for a code the person chose to scan.
const PERMISSIONS_POLICY = [
  'accelerometer',
  'ambient-light-sensor',
  'bluetooth',
  'browsing-topics',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]
  .map((feature) => `${feature}=()`)
  .concat('camera=(self)')
  .join(', ');

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  'X-Robots-Tag': 'noarchive',
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'Permissions-Policy': PERMISSIONS_POLICY,
};

/** What `/clear` answers with: the only way to erase without leaving readable remains (safety 0.4). */
export const CLEAR_SITE_DATA = '"cache", "cookies", "storage"';

/** Caching by path: hashed files for ever, lists never on the phone's HTTP cache, everything else asked again. */
export function cachingHeaders(path: string): Record<string, string> {
  if (path.startsWith('/assets/')) return { 'Cache-Control': 'public, max-age=31536000, immutable' };
  if (path.startsWith('/data/packs/') || path.startsWith('/data/maps/')) {
    return { 'Cache-Control': 'no-store', 'CDN-Cache-Control': 'public, max-age=31536000, immutable' };
  }
  if (path.startsWith('/data/')) return { 'Cache-Control': 'no-store', 'CDN-Cache-Control': 'max-age=300' };
  return { 'Cache-Control': 'no-store' };
}
