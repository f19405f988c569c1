import { useState } from 'react';
import { type Person, type Proposal, ROLES, type Role } from '../../../../core/desk-api.ts';
import { useListed } from '../../../../page/listed.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { Digits, ForeignText } from '../../../../ui/foreign-text.tsx';
import { useStaffDesk } from '../../desk-context.tsx';
import { Ticks } from '../../fields/picks.tsx';
import { PlainField } from '../../fields/plain-field.tsx';
import { calls, type OneTimeLink } from '../../staff-calls.ts';
import { ActionProblem, useAction } from './use-action.tsx';

interface PersonRowProps {
  readonly person: Person;
  /** What waits for a second coordinator. */
  readonly proposals: readonly Proposal[];
  readonly onChanged: () => void;
}

/** One person: passkeys that wait, roles, a way back in, and the end of the account. */
export function PersonRow({ person, proposals, onChanged }: PersonRowProps) {
  const { t } = useTranslation('vol-people');
  const { t: shell } = useTranslation('vol-shell');
  const listed = useListed();
  const { me } = useStaffDesk();
  const act = useAction(onChanged);
  const waiting = person.credentials.filter(
    ({ id, state }) => state === 'waiting' && !proposals.some(({ subject }) => subject === id),
  );
  return (
    <li className="entry">
      <p className="entry-name">
        <ForeignText>{person.name}</ForeignText>
      </p>
      <p className="quiet">
        {t(`states.${person.state}`)}
        {person.roles.length > 0 && ` · ${listed(person.roles.map((role) => shell(`roles.${role}`)))}`}
        {person.regions.length > 0 && ` · ${listed(person.regions)}`}
      </p>
      {waiting.map(({ id }) => (
        <p key={id} className="notice">
          {t('waiting')}{' '}
          <button
            type="button"
            className="button-quiet"
            onClick={() => void act.run(() => calls.approveCredential(person.id, id))}
          >
            {t('approve')}
          </button>
        </p>
      ))}
      <ActionProblem action={act} />
      {person.id !== me?.id && person.state !== 'disabled' && (
        <details className="fold">
          <summary>{t('change', { name: person.name })}</summary>
          <Roles person={person} onSave={(roles) => act.run(() => calls.setRoles(person.id, roles))} />
          <Recovery person={person} />
          <button
            type="button"
            className="button-quiet"
            onClick={() => void act.run(() => calls.disable(person.id))}
          >
            {t('disable')}
          </button>
        </details>
      )}
    </li>
  );
}

interface RolesProps {
  readonly person: Person;
  readonly onSave: (roles: readonly Role[]) => Promise<unknown>;
}

function Roles({ person, onSave }: RolesProps) {
  const { t } = useTranslation('vol-people');
  const { t: shell } = useTranslation('vol-shell');
  const [roles, setRoles] = useState<readonly Role[]>(person.roles);
  return (
    <div className="stack">
      <Ticks
        label={t('roles')}
        options={ROLES.map((id) => ({ id, label: shell(`roles.${id}`) }))}
        chosen={roles}
        onChange={setRoles}
      />
      <p className="note">{t('rolesByTwo')}</p>
      <button type="button" className="button-quiet" onClick={() => void onSave(roles)}>
        {t('saveRoles')}
      </button>
    </div>
  );
}

/** Whoever lost the passkey reads out the code of the browser that asks; the link works only there (SV-2). */
function Recovery({ person }: { readonly person: Person }) {
  const { t } = useTranslation('vol-people');
  const [code, setCode] = useState('');
  const [made, setMade] = useState<OneTimeLink | null>(null);
  const act = useAction(() => undefined);
  return (
    <div className="stack">
      <PlainField
        label={t('recovery.code')}
        hint={t('recovery.hint')}
        value={code}
        isLeftToRight
        onChange={setCode}
      />
      <button
        type="button"
        className="button-quiet"
        onClick={() =>
          void act
            .run(() => calls.recover(person.id, code.trim()))
            .then((answer) => answer.ok && setMade(answer.value))
        }
      >
        {t('recovery.go')}
      </button>
      <ActionProblem action={act} />
      {made && (
        <p role="status">
          <Digits>{made.link}</Digits>
        </p>
      )}
    </div>
  );
}
