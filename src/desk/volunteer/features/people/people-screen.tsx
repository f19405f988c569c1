import { useCallback } from 'react';
import { useTranslation } from '../../../../page/translation.tsx';
import { useStaffDesk } from '../../desk-context.tsx';
import { useProblemWords } from '../../problem-words.ts';
import { calls } from '../../staff-calls.ts';
import { useAnswer } from '../../use-answer.ts';
import { InviteForm } from './invite-form.tsx';
import { LogPart } from './log-part.tsx';
import { PersonRow } from './person-row.tsx';
import { Proposals } from './proposals.tsx';
import { ReleasePart } from './release-part.tsx';

/** Who works here, who waits to, what a second coordinator has to agree to, and the log of it all (7.14, SV-8, SV-14). */
export function PeopleScreen() {
  const { t } = useTranslation('vol-people');
  const { me } = useStaffDesk();
  const isCoordinator = me?.roles.includes('coordinator') ?? false;
  return (
    <>
      <h1 tabIndex={-1}>{t('title')}</h1>
      {isCoordinator && <People />}
      <LogPart />
    </>
  );
}

function People() {
  const { t } = useTranslation('vol-people');
  const problemWords = useProblemWords();
  const { value, problem, again } = useAnswer(useCallback(() => calls.people(), []));
  const proposed = useAnswer(useCallback(() => calls.proposals(), []));
  const people = value?.people ?? [];
  const proposals = proposed.value?.proposals ?? [];
  // Of a person, or of one of their passkeys.
  const nameOf = (id: string) =>
    people.find((one) => one.id === id || one.credentials.some((key) => key.id === id))?.name ?? id;
  const lookAgain = () => {
    again();
    proposed.again();
  };
  return (
    <>
      <p role="status">{problem && problemWords(problem.kind === 'offline' ? 'offline' : problem.code)}</p>
      <Proposals proposals={proposals} nameOf={nameOf} onChanged={lookAgain} />
      <section className="part" aria-labelledby="people-title">
        <h2 id="people-title">{t('people')}</h2>
        <ul className="plain-list">
          {people.map((person) => (
            <PersonRow key={person.id} person={person} proposals={proposals} onChanged={lookAgain} />
          ))}
        </ul>
      </section>
      <InviteForm onInvited={lookAgain} />
      <ReleasePart />
    </>
  );
}
