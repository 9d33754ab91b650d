const PERMISSIONS = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
  'xr-spatial-tracking',
]

/** Passkeys are for pages of this site, in no frame of another. */
const OWN_PASSKEYS = 'publickey-credentials-get=(self), publickey-credentials-create=(self)'

/** The policy of an HTML answer. The nonce is new for each, so no other inline code can run. */
export function htmlPolicy(nonce: string, imageHosts: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "script-src-attr 'none'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'none'",
    ["img-src 'self' data:", ...imageHosts.map((host) => `https://${host}`)].join(' '),
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default reading-worker workbook-worker',
    'report-uri /csp-report',
  ].join('; ')
}

/** Sets what every answer carries, files and errors included. */
export function setSecurityHeaders(headers: Headers, isHttps: boolean): void {
  if (headers.get('content-type') === 'application/json') headers.set('content-type', 'application/json; charset=utf-8')
  headers.set('x-content-type-options', 'nosniff')
  headers.set('x-frame-options', 'DENY')
  headers.set('referrer-policy', 'no-referrer')
  headers.set('cross-origin-opener-policy', 'same-origin')
  headers.set('cross-origin-resource-policy', 'same-origin')
  // Only a page can use features; on the many small files this would be the longest line.
  if (headers.get('content-type')?.startsWith('text/html')) {
    headers.set('permissions-policy', [...PERMISSIONS.map((feature) => `${feature}=()`), OWN_PASSKEYS].join(', '))
  }
  if (!headers.has('content-security-policy')) {
    // A script may be what a thread of the page is made of, and no thread starts in a sandbox.
    const sandbox = headers.get('content-type')?.startsWith('text/javascript') ? '' : '; sandbox'
    headers.set('content-security-policy', `default-src 'none'; frame-ancestors 'none'${sandbox}`)
  }
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
  if (isHttps) headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains')
}
