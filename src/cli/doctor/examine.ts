import type { HostedApp } from '../hosts/hosted-app.ts';
import { sha256 } from '../node-platform.ts';
import { type Answer, askHost, type Finding } from './answer.ts';
import { judgeClear, judgeFile, judgeMissing } from './judge.ts';

const MISSING = ['/nothing-here', '/assets/nothing-here.js', '/data/packs/nothing-here.bin'];
const AT_ONCE = 4;

/** A file that should be at the host: its path in the site, and the SHA-256 of its bytes. */
export interface PublishedFile {
  readonly path: string;
  readonly sha256: string;
}

interface Site {
  readonly app: HostedApp;
  readonly files: readonly PublishedFile[];
}

/**
 * Looks at a live host as a phone meets it: every published file with its bytes and headers, `/clear`, and what is not
 * there. Nothing is sent but plain requests for those paths.
 */
export async function examineHost(
  origin: string,
  { app, files }: Site,
  onProgress: (done: number, all: number) => void,
): Promise<Finding[]> {
  const questions: { path: string; judge: (answer: Answer) => Finding[] }[] = [
    ...pagesOf(files).map((file) => ({
      path: file.path,
      judge: (answer: Answer) => judgeFile(file.path, answer, sha256(answer.body) === file.sha256, app),
    })),
    { path: '/clear', judge: (answer: Answer) => judgeClear(answer, app) },
    ...[...MISSING, ...app.empty].map((path) => ({
      path,
      judge: (answer: Answer) => judgeMissing(path, answer, app),
    })),
  ];
  const findings: Finding[][] = [];
  let done = 0;
  const ask = async (at: number): Promise<void> => {
    const question = questions[at];
    if (!question) return;
    const answer = await askHost(new URL(question.path, origin));
    findings[at] = typeof answer === 'string' ? [unanswered(question.path, answer)] : question.judge(answer);
    onProgress(++done, questions.length);
    await ask(at + AT_ONCE);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, first) => ask(first)));
  return findings.flat();
}

/** A folder's `index.html` is reached by the folder's own address too, and that is the one that people open. */
function pagesOf(files: readonly PublishedFile[]): PublishedFile[] {
  return files.flatMap((file) =>
    file.path.endsWith('/index.html')
      ? [file, { ...file, path: file.path.slice(0, -'index.html'.length) }]
      : [file],
  );
}

function unanswered(path: string, why: string): Finding {
  return { path, what: `was not answered (${why})`, nextStep: 'See whether the host is up, then ask again.' };
}
