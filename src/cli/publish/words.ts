import type { PublishProblem } from './publish.ts';
import type { Refusal } from './root-chain.ts';

/** A refusal in a sentence, with what to do where somebody can do something. */
export function refusalWords({ file, problem }: Refusal<PublishProblem>): string {
  return `${file}: ${wordsOf(problem)}`;
}

function wordsOf(problem: PublishProblem): string {
  switch (problem.kind) {
    case 'file-missing':
      return 'is not there';
    case 'file-not-plain':
      return 'is a folder or a link, not a file';
    case 'file-too-large':
      return `is larger than ${problem.limit} bytes`;
    case 'root-missing':
      return 'is not there, and no list can be trusted without every root from the first';
    case 'root-misnumbered':
      return `has the version ${problem.version}; its name says ${problem.expected}`;
    case 'root-not-handed-over':
      return `is signed by ${problem.valid} keys of the root before it; ${problem.threshold} must sign`;
    case 'root-of-development':
      return problem.detail;
    case 'root-too-large':
    case 'index-too-large':
    case 'signatures-too-large':
    case 'pack-too-large':
      return `goes past the limit of ${problem.limit}`;
    case 'root-too-new':
    case 'index-too-new':
      return `is written to specification ${problem.spec}, which this program does not know`;
    case 'root-malformed':
    case 'index-malformed':
      return `has something wrong at ${problem.place}`;
    case 'signatures-unreadable':
      return `has signatures that cannot be read (${problem.detail})`;
    case 'too-few-signatures':
      return `is signed by ${problem.valid} of the ${problem.threshold} people who must; ask the others to sign`;
    case 'app-too-old':
      return `needs app ${problem.needs}, which this program is not: publish with the program that built it`;
    case 'index-unreadable':
      return `cannot be read (${problem.detail})`;
    case 'index-of-another-type':
      return `is a file of another type: ${JSON.stringify(problem.type)}`;
    case 'index-rolled-back':
      return `is version ${problem.version}, and ${problem.floor} is published: a phone takes nothing older`;
    case 'index-forked':
      return `is version ${problem.version} with other bytes than the ones published: build a new version`;
    case 'pack-damaged':
      return `is damaged (${problem.detail})`;
    case 'pack-too-new':
      return `is of pack format ${problem.version}, which this program does not know`;
    case 'pack-not-as-listed':
      return `is not the pack that the index names: another ${problem.field}`;
    default:
      return wordsOfChange(problem);
  }
}

type SetKinds = 'target-damaged' | 'root-rolled-back' | 'root-forked' | 'root-expired' | 'index-expired';
type ChangeKinds =
  | SetKinds
  | 'index-from-the-future'
  | 'region-rolled-back'
  | 'region-forked'
  | 'mass-change';

function wordsOfChange(problem: Extract<PublishProblem, { kind: ChangeKinds }>): string {
  switch (problem.kind) {
    case 'target-damaged':
      return `what is published there cannot be verified (${refusalWords(problem.why)}); find out why before you publish`;
    case 'root-rolled-back':
      return `is published, and the new files go back behind version ${problem.version}`;
    case 'root-forked':
      return 'is published with other bytes: somebody made another root under the same number';
    case 'root-expired':
      return `has expired on ${problem.expires}: make the next root with "waypost keys root --previous"`;
    case 'index-expired':
      return `has expired on ${problem.expires}: build with --renew, and sign that`;
    case 'index-from-the-future':
      return `says it was issued on ${problem.issued}, which is in the future: mend the clock and build again`;
    case 'region-rolled-back':
      return `names an older version of ${problem.region} than the one published`;
    case 'region-forked':
      return `names other bytes for ${problem.region} under the version that is published`;
    case 'mass-change':
      return `${problem.regions
        .map(
          ({ region, before, removed, changed }) =>
            `${region} had ${before} listings, of which ${removed.length} are gone and ${changed.length} changed`,
        )
        .join(
          '; ',
        )}. Look with "waypost diff"; if it is right, publish with --i-have-looked ${problem.number}`;
  }
}
