import { existsSync, readFileSync } from 'node:fs';

/** What a runner reported of one test that it ran. */
export interface Outcome {
  readonly file: string;
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'not run';
  /** Why it failed, in a line. */
  readonly why: string;
}

interface UnitReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

interface StorySuite {
  readonly file?: string;
  readonly title: string;
  readonly specs?: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly results: readonly {
        readonly status: string;
        readonly error?: { readonly message?: string };
      }[];
    }[];
  }[];
  readonly suites?: readonly StorySuite[];
}

/** No report at all (a runner that broke or never ended) is no outcome, so it is never taken for a red test. */
export function unitOutcomes(report: string): Outcome[] {
  if (!existsSync(report)) return [];
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as UnitReport;
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status, failureMessages }) => ({
      file: name.replaceAll('\\', '/'),
      title: fullName,
      state: status === 'passed' || status === 'failed' ? status : 'not run',
      why: firstLine(failureMessages?.[0]),
    })),
  );
}

export function storyOutcomes(report: string): Outcome[] {
  if (!existsSync(report)) return [];
  const { suites } = JSON.parse(readFileSync(report, 'utf8')) as { suites: StorySuite[] };
  const walk = (suite: StorySuite, file: string, before: string): Outcome[] => [
    ...(suite.specs ?? []).map(({ title, tests }): Outcome => {
      const result = tests.at(0)?.results.at(-1);
      const isFailed = result?.status === 'failed' || result?.status === 'timedOut';
      return {
        file,
        title: `${before}${title}`,
        state: isFailed ? 'failed' : result?.status === 'passed' ? 'passed' : 'not run',
        why: firstLine(result?.error?.message),
      };
    }),
    ...(suite.suites ?? []).flatMap((inner) => walk(inner, file, `${before}${inner.title} `)),
  ];
  return suites.flatMap((suite) => walk(suite, `tests/${suite.file ?? suite.title}`, ''));
}

function firstLine(message = ''): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: runners colour their messages with it
  const plain = message.replaceAll(/\u001b\[[\d;]*m/g, '');
  return plain.split('\n')[0]?.slice(0, 110) ?? '';
}
