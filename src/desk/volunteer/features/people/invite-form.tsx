import { type FormEvent, useState } from 'react';
import { ROLES, type Role } from '../../../../core/desk-api.ts';
import { useDates } from '../../../../page/dates.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { Digits } from '../../../../ui/foreign-text.tsx';
import { useStaffDesk } from '../../desk-context.tsx';
import { Ticks } from '../../fields/picks.tsx';
import { PlainField } from '../../fields/plain-field.tsx';
import { calls, type OneTimeLink } from '../../staff-calls.ts';
import { ActionProblem, useAction } from './use-action.tsx';

/** A link that works once, within a day, and makes a passkey that still has to be approved (SV-2). */
export function InviteForm({ onInvited }: { readonly onInvited: () => void }) {
  const { t } = useTranslation('vol-people');
  const { t: shell } = useTranslation('vol-shell');
  const { day } = useDates();
  const { directory } = useStaffDesk();
  const [name, setName] = useState('');
  const [roles, setRoles] = useState<readonly Role[]>(['contributor']);
  const [regions, setRegions] = useState<readonly string[]>([]);
  const [made, setMade] = useState<OneTimeLink | null>(null);
  const act = useAction(onInvited);
  const known = [...new Set([...directory.values()].map(({ region }) => region))].toSorted();
  const invite = async (event: FormEvent) => {
    event.preventDefault();
    // The link of somebody else must not be given to this one.
    setMade(null);
    const answer = await act.run(() => calls.invite({ name: name.trim(), roles, regions, languages: [] }));
    if (answer.ok) setMade(answer.value);
  };
  return (
    <section className="part" aria-labelledby="invite-title">
      <h2 id="invite-title">{t('invite.title')}</h2>
      <form className="stack" onSubmit={(event) => void invite(event)}>
        <PlainField label={t('invite.name')} hint={t('invite.nameHint')} value={name} onChange={setName} />
        <Ticks
          label={t('roles')}
          options={ROLES.map((id) => ({ id, label: shell(`roles.${id}`) }))}
          chosen={roles}
          onChange={setRoles}
        />
        {known.length > 1 && (
          <Ticks
            label={t('invite.regions')}
            options={known.map((id) => ({ id, label: id }))}
            chosen={regions}
            onChange={setRegions}
          />
        )}
        <ActionProblem action={act} />
        <button type="submit" className="button" disabled={name.trim() === '' || roles.length === 0}>
          {t('invite.go')}
        </button>
      </form>
      {made && (
        <p role="status" className="notice notice-quiet">
          {t('invite.made', { date: day(made.endsAt.slice(0, 10)) })}
          <br />
          <Digits>{made.link}</Digits>
        </p>
      )}
    </section>
  );
}
