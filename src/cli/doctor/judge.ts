import type { HostedApp } from '../hosts/hosted-app.ts';
import { headersOf, pageHeadersOf } from '../hosts/path-classes.ts';
import { CLEAR_SITE_DATA } from '../security-headers.ts';
import type { Answer, Finding } from './answer.ts';

// What a phone can be known by again, or what sends something behind a person's back (NW-10, NW-2).
const NEVER: Readonly<Record<string, string>> = {
  'set-cookie': 'a cookie marks the phone',
  etag: 'a validator can mark the phone',
  'last-modified': 'a validator can mark the phone',
  'report-to': 'it has browsers send reports',
  'reporting-endpoints': 'it has browsers send reports',
  nel: 'it has browsers send reports',
  link: 'it may have browsers connect to others',
  'alt-svc': 'it has browsers ask another host',
  'accept-ch': 'it has browsers tell more about the phone',
  refresh: 'it leads elsewhere',
};
const GONE = 404;
const OK = 200;

/** A file of the app: status, every header as agreed (NW-3, settled 6), none that marks a phone, and the bytes. */
export function judgeFile(path: string, answer: Answer, isSame: boolean, app: HostedApp): Finding[] {
  const findings = [...judgeStatus(path, answer, OK), ...judgeHeaders(path, answer, headersOf(path, app))];
  if (answer.status === OK && !isSame)
    findings.push({
      path,
      what: 'other bytes than were built',
      nextStep:
        'Upload it again, and switch off whatever changes files on the way (minifying, injected scripts).',
    });
  if (path.startsWith('/data/') && answer.headers['content-encoding'])
    findings.push({
      path,
      what: `is sent as ${answer.headers['content-encoding']}`,
      nextStep:
        'Switch compression off for /data/: lists are checked byte for byte as they come (settled 13).',
    });
  return findings;
}

/** `/clear`: without it, erasing leaves traces in the files of some browsers (TR-7). */
export function judgeClear(answer: Answer, app: HostedApp): Finding[] {
  const findings = [
    ...judgeStatus('/clear', answer, OK),
    ...judgeHeaders('/clear', answer, pageHeadersOf(app)),
  ];
  if (answer.headers['clear-site-data'] !== CLEAR_SITE_DATA)
    findings.push({
      path: '/clear',
      what: 'does not erase what the browser keeps',
      nextStep: `Let it answer with Clear-Site-Data: ${CLEAR_SITE_DATA} (docs/DEPLOYING.md).`,
    });
  return findings;
}

/** A path that is not there: a plain 404 with the headers of a page, never a page of the host's own. */
export function judgeMissing(path: string, answer: Answer, app: HostedApp): Finding[] {
  return [...judgeStatus(path, answer, GONE), ...judgeHeaders(path, answer, pageHeadersOf(app))];
}

function judgeStatus(path: string, { status, headers }: Answer, expected: number): Finding[] {
  if (status === expected) return [];
  const to = headers.location ? ` to ${headers.location}` : '';
  return [
    {
      path,
      what: `answers ${status}${to}, not ${expected}`,
      nextStep: 'Serve the folder as it is, without redirects or pages of the host.',
    },
  ];
}

function judgeHeaders(
  path: string,
  { headers }: Answer,
  agreed: readonly { readonly name: string; readonly value: string }[],
): Finding[] {
  const wrong = agreed.flatMap(({ name, value }) => {
    const found = headers[name.toLowerCase()];
    if (found === value) return [];
    return [
      {
        path,
        what: found === undefined ? `has no ${name}` : `has another ${name}: ${found}`,
        nextStep: `Send ${name}: ${value}`,
      },
    ];
  });
  const marks = Object.entries(NEVER).flatMap(([name, why]) =>
    headers[name] === undefined ? [] : [{ path, what: `sends ${name}`, nextStep: `Switch it off: ${why}.` }],
  );
  return [...wrong, ...marks];
}
