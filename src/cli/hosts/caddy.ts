import { CONTENT_TYPES, PLAIN_TEXT } from '../content-types.ts';
import { CLEAR_SITE_DATA, cachingHeaders } from '../security-headers.ts';
import type { HostedApp } from './hosted-app.ts';
import { PREFIXES } from './path-classes.ts';

/** For `import` inside a site block that says its name and its `root`. */
export function caddyfile(app: HostedApp): string {
  return `# Made by "npm run build" from src/cli/security-headers.ts. Import it in a site block, for example:
#   ${app.name}.example {
#     root * /srv/${app.name}
#     import /srv/hosts/Caddyfile
#   }
# No "log" directive: nobody's address, question or phone is written down.
# Nothing by which a phone can be known again: no ETag, no Last-Modified, no ranges.
request_header -If-None-Match
request_header -If-Modified-Since
request_header -Range
${always(app)}

route {
	@method not method GET HEAD
	handle @method {
		header Cache-Control no-store
		header Allow "GET, HEAD"
		respond 405
	}
	handle /clear {
		header Cache-Control no-store
		header Clear-Site-Data ${quote(CLEAR_SITE_DATA)}
		header Content-Type ${quote(PLAIN_TEXT)}
		respond ok 200
	}
	@packed path *.br *.gz
	error @packed 404
	@doubled path_regexp ^//
	error @doubled 404
	rewrite / /index.html
	rewrite /cover/ /cover/index.html
	@missing not file {path}
	error @missing 404
${entries(cachingHeaders('/'), '\theader ')}
${[...PREFIXES]
  .reverse()
  .map((prefix) => entries(cachingHeaders(prefix), `\theader ${prefix}* `))
  .join('\n')}
${Object.entries(CONTENT_TYPES)
  .map(
    ([ending, type]) =>
      `\t@${ending.slice(1)} path *${ending}\n\theader @${ending.slice(1)} Content-Type ${quote(type)}`,
  )
  .join('\n')}
	file_server {
		disable_canonical_uris
		index none
		precompressed br gzip
	}
}

handle_errors {
${always(app)}
	header Cache-Control no-store
	header Content-Type ${quote(PLAIN_TEXT)}
	respond "Not found" 404
}
`;
}

function always({ security }: HostedApp): string {
  return `header {
${entries(security, '\t')}
	-ETag
	-Last-Modified
	-Accept-Ranges
	-Server
	defer
}`;
}

function entries(headers: Readonly<Record<string, string>>, start: string): string {
  return Object.entries(headers)
    .map(([name, value]) => `${start}${name} ${quote(value)}`)
    .join('\n');
}

function quote(value: string): string {
  return `\`${value}\``;
}
