import type { RefusalCode } from '../../core/desk-api.ts';
import { useTranslation } from '../../page/translation.tsx';
import type { SendProblem } from './kept/desk-database.ts';
import type { PasskeyProblem } from './passkeys.ts';

/** What went wrong, with what to do next. */
export function useProblemWords(): (problem: PasskeyProblem | SendProblem) => string {
  const { t } = useTranslation('vol-shell');
  return (problem) => {
    const kind = typeof problem === 'string' ? problem : problem.kind;
    const code = typeof problem !== 'string' && problem.kind === 'refused' ? problem.code : kind;
    return t(`problems.${code as RefusalCode | 'offline' | 'cancelled' | 'no-passkeys'}`);
  };
}
