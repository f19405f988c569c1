import { readJson } from './regions.ts';

/** One site that leaving may end on. A `*` in a path stands for one part of it. */
export interface ExitSite {
  readonly host: string;
  readonly paths: readonly string[];
  readonly why: string;
}

// Pages of results name what was looked for, in the address that stays in the history.
const SEARCH_HOST = /(^|\.)(google|bing|duckduckgo|yandex|baidu|ecosia|qwant|startpage)\.|^search\./;
const SEARCH_PATH = /(^|[/:])(search|results|buscar)(\/|$)/i;

export function readExitSites(data = 'data'): ExitSite[] {
  return readJson(`${data}/exit-sites.json`) as ExitSite[];
}

/**
 * Why a person must not end up on this address when she leaves (EX-19), with what to do instead; null of a good one.
 * Only plain pages of sites that show everybody the same: what is on the screen then says nothing about her.
 */
export function exitSiteFault(address: string, allowed: readonly ExitSite[], origin?: string): string | null {
  const url = parse(address);
  if (!url) return 'is not an address: write it whole, as in https://en.wikipedia.org/';
  if (url.protocol !== 'https:') return 'is not https: a network could see or change the page; use https';
  if (url.username || url.password || address.includes('@'))
    return 'holds a name or password: leave them out';
  if (address.includes('?')) return 'has a query, which would stay in the history: use the bare page';
  if (address.includes('#')) return 'has a fragment, which would stay in the history: use the bare page';
  if (origin && isSameSite(url.hostname, new URL(origin).hostname))
    return 'is the guide itself: leaving must end elsewhere';
  if (SEARCH_HOST.test(url.hostname) || SEARCH_PATH.test(path(url)))
    return 'is a search page: use the front page of a site from data/exit-sites.json';
  const site = allowed.find(({ host }) => host === url.host);
  if (!site)
    return `is not on the list: use a site of data/exit-sites.json, or add ${url.host} with the reason`;
  if (!site.paths.some((one) => fits(one, path(url))))
    return `is another page of ${url.host}: use ${site.paths.join(' or ')}, or add the page with the reason`;
  return null;
}

function parse(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

function isSameSite(a: string, b: string): boolean {
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

function path({ pathname }: URL): string {
  try {
    return decodeURI(pathname);
  } catch {
    return pathname;
  }
}

function fits(pattern: string, actual: string): boolean {
  const [wanted, got] = [pattern.split('/'), actual.split('/')];
  return (
    wanted.length === got.length &&
    wanted.every((part, index) => (part === '*' ? got[index] !== '' : part === got[index]))
  );
}
