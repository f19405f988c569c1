// The header sets of every answer of the guide's host and of the desks' (safety NW-3, settled 5 and 6). Any static host
// must send the same.

interface Rights {
  /** SHA-256 of the style elements that may stand in the page, in base64. */
  readonly styles: readonly string[];
  readonly formAction: string;
  /** What the page itself may use of the device, and nobody else. */
  readonly ownUse: readonly string[];
}

function contentSecurityPolicy({ styles, formAction }: Rights): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    ["style-src 'self'", ...styles.map((hash) => `'sha256-${hash}'`)].join(' '),
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    `form-action ${formAction}`,
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

// No page of ours may listen, look or locate.
const NOT_USED = [
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
];

function permissionsPolicy({ ownUse }: Rights): string {
  const rest = ownUse.includes('camera') ? NOT_USED : [...NOT_USED, 'camera'];
  return [
    ...rest.filter((feature) => !ownUse.includes(feature)).map((feature) => `${feature}=()`),
    ...ownUse.map((feature) => `${feature}=(self)`),
  ].join(', ');
}

function headersFor(rights: Rights): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(rights),
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-DNS-Prefetch-Control': 'off',
    'X-Robots-Tag': 'noarchive',
    'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
    'Permissions-Policy': permissionsPolicy(rights),
  };
}

/** The camera is asked for only after a tap on Scan. */
export const SECURITY_HEADERS = headersFor({ styles: [], formAction: "'none'", ownUse: ['camera'] });

/** Style elements that React Aria Components puts into the page; a test computes them from the installed version. */
export const DESK_STYLES = [
  '38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o=',
  'gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg=',
];

export const DESK_HEADERS = headersFor({
  styles: DESK_STYLES,
  formAction: "'self'",
  ownUse: ['publickey-credentials-get', 'publickey-credentials-create'],
});

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
