import { ANY_BYTES, CONTENT_TYPES, PLAIN_TEXT } from '../content-types.ts';
import { CLEAR_SITE_DATA } from '../security-headers.ts';
import type { HostedApp } from './hosted-app.ts';
import { type HeaderLine, headersOf, PREFIXES, pageHeadersOf } from './path-classes.ts';

/** For `include` inside a `server` block that says where it listens, its name, its certificate and its `root`. */
export function nginxConf(app: HostedApp): string {
  const page = pageHeadersOf(app);
  return `# Made by "npm run build" from src/cli/security-headers.ts. Include it in a server block, for example:
#   server {
#     listen 443 ssl;
#     server_name ${app.name}.example;
#     ssl_certificate ...; ssl_certificate_key ...;
#     root /srv/${app.name};            # the files of dist/${app.name}
#     include /srv/hosts/nginx.conf;
#   }
# Nobody's address, question or phone is written down: no access log, no error log.
access_log off;
error_log /dev/null emerg;
ssl_protocols TLSv1.2 TLSv1.3;
server_tokens off;
# Nothing by which a phone can be known again: no ETag, no Last-Modified, no ranges.
etag off;
if_modified_since off;
max_ranges 0;
merge_slashes off;
autoindex off;
gzip off;
gzip_static on;
gzip_vary on;
gzip_proxied any;
# With the module ngx_brotli: brotli_static on;

types {
${Object.entries(CONTENT_TYPES)
  .map(([ending, type]) => `  "${type}" ${ending.slice(1)};`)
  .join('\n')}
}
default_type ${ANY_BYTES};

error_page 400 403 404 414 416 494 =404 /not-found;
error_page 405 =405 /method-not-allowed;
if ($request_method !~ ^(GET|HEAD)$) { return 405; }

location = /not-found {
  internal;
${lines(page)}
  default_type "${PLAIN_TEXT}";
  return 404 "Not found";
}
location = /method-not-allowed {
  internal;
${lines([...page, { name: 'Allow', value: 'GET, HEAD' }])}
  default_type "${PLAIN_TEXT}";
  return 405 "";
}
location = /clear {
${lines([...page, { name: 'Clear-Site-Data', value: CLEAR_SITE_DATA }])}
  default_type "${PLAIN_TEXT}";
  return 200 "ok";
}
location = / {
${lines(page)}
  try_files /index.html =404;
}
location = /cover/ {
${lines(page)}
  try_files /cover/index.html =404;
}
location ~ \\.(br|gz)$ { return 404; }
${PREFIXES.map((prefix) => place(`^~ ${prefix}`, headersOf(prefix, app))).join('\n')}
${place('/', page)}
`;
}

function place(pattern: string, headers: readonly HeaderLine[]): string {
  return `location ${pattern} {
${lines(headers)}
  if ($uri ~ \\.(br|gz)$) { return 404; }
  try_files $uri =404;
}`;
}

/** nginx drops every inherited header where a block adds one, so each block has them all. */
function lines(headers: readonly HeaderLine[]): string {
  return [...headers, { name: 'Last-Modified', value: '' }]
    .map(({ name, value }) => `  add_header ${name} '${value.replaceAll("'", "\\'")}' always;`)
    .join('\n');
}
