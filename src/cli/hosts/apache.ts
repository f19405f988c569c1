import { ANY_BYTES, CONTENT_TYPES, PLAIN_TEXT } from '../content-types.ts';
import { CLEAR_SITE_DATA, cachingHeaders } from '../security-headers.ts';
import type { HostedApp } from './hosted-app.ts';
import { PREFIXES } from './path-classes.ts';

/** For the folder that is served, beside the file `clear`; needs mod_headers, mod_rewrite, mod_mime, mod_dir. */
export function apacheHtaccess({ security }: HostedApp): string {
  return `# Made by "npm run build" from src/cli/security-headers.ts. Copy this folder's files to the folder that is served.
# Needs mod_headers, mod_rewrite, mod_mime and "AllowOverride All". This file cannot turn a log off: in the server's own
# configuration leave CustomLog out, send ErrorLog to /dev/null, or somebody's address is written down, and set
# "TraceEnable off".
Options -Indexes -MultiViews
DirectorySlash Off
DirectoryIndex disabled
# Nothing by which a phone can be known again: no ETag, no Last-Modified, no ranges.
FileETag None
RequestHeader unset If-Modified-Since
RequestHeader unset If-None-Match
RequestHeader unset Range
Header unset Last-Modified
Header unset Accept-Ranges
ErrorDocument 403 "Not found"
ErrorDocument 404 "Not found"
ErrorDocument 405 " "

${Object.entries(security)
  .map(([name, value]) => always(name, value))
  .join('\n')}
${Object.entries(cachingHeaders('/'))
  .map(([name, value]) => always(name, value))
  .join('\n')}
${[...PREFIXES]
  .reverse()
  .flatMap((prefix) =>
    Object.entries(cachingHeaders(prefix)).map(([name, value]) =>
      always(name, value, `"expr=%{REQUEST_STATUS} == 200 && %{REQUEST_URI} =~ m#^${prefix}#"`),
    ),
  )
  .join('\n')}
${always('Clear-Site-Data', CLEAR_SITE_DATA, '"expr=%{REQUEST_STATUS} == 200 && %{REQUEST_URI} == \'/clear\'"')}
${always('Allow', 'GET, HEAD', '"expr=%{REQUEST_STATUS} == 405"')}

RewriteEngine On
RewriteCond %{REQUEST_METHOD} !^(GET|HEAD)$
RewriteRule ^ - [R=405,L]
RewriteCond %{THE_REQUEST} "^[A-Z]+ (//|[^ ?]*\\.(br|gz|htaccess)[ ?])"
RewriteRule ^ - [R=404,L]
RewriteRule ^$ index.html
RewriteRule ^cover/$ cover/index.html
RewriteCond %{REQUEST_FILENAME} -d
RewriteRule ^ - [R=404,L]
${[
  ['br', 'br'],
  ['gzip', 'gz'],
]
  .map(
    ([encoding, ending]) => `RewriteCond %{HTTP:Accept-Encoding} (^|,|\\s)${encoding}(\\s|,|;|$)
RewriteCond %{REQUEST_FILENAME}.${ending} -f
RewriteRule ^(.+)$ $1.${ending} [L]`,
  )
  .join('\n')}

RemoveType .gz
RemoveLanguage .br
AddEncoding br .br
AddEncoding gzip .gz
Header append Vary Accept-Encoding
${Object.entries(CONTENT_TYPES)
  .map(([ending, type]) => `AddType "${type}" ${ending}`)
  .join('\n')}
AddType "${ANY_BYTES}" .bin
<Files "clear">
  ForceType "${PLAIN_TEXT}"
</Files>
`;
}

function always(name: string, value: string, condition = ''): string {
  return `Header always set ${name} "${value.replaceAll('"', '\\"')}"${condition ? ` ${condition}` : ''}`;
}
