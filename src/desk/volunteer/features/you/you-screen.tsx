import { useListed } from '../../../../page/listed.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { useToday } from '../../../shared/use-today.ts';
import { useStaffDesk } from '../../desk-context.tsx';
import { keptAliveIn } from '../../kept-alive.ts';
import { ownChecks } from '../../own-checks.ts';
import { SignIn } from '../sign-in/sign-in-screen.tsx';
import { DeckChoices } from './deck-choices.tsx';
import { SignOut } from './sign-out.tsx';

/** The volunteer's account, what they have done this month, and how they like to work. */
export function YouScreen() {
  const { t } = useTranslation('vol-shell');
  const listed = useListed();
  const state = useStaffDesk();
  const { me, session } = state;
  const kept = keptAliveIn(ownChecks(state), useToday());
  if (!me) return null;
  return (
    <>
      <h1 tabIndex={-1}>{t('you.title')}</h1>
      <p className="kept-alive">{t('you.kept', { count: kept })}</p>
      <p>
        <strong>{me.name}</strong>{' '}
        <span className="quiet">{listed(me.roles.map((role) => t(`roles.${role}`)))}</span>
      </p>
      {session && !session.me && <SignIn />}
      <DeckChoices />
      <SignOut />
    </>
  );
}
