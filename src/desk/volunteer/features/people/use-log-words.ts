import { AUDIT_ACTIONS } from '../../../../core/audit-actions.ts';
import type { AuditEntry, Role } from '../../../../core/desk-api.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { useFieldWords } from '../../fields/use-field-words.ts';

/** The log in words. What this version does not know is said as the log has it. */
export function useLogWords(nameOf: (id: string) => string) {
  const { t } = useTranslation('vol-people');
  const { t: shell } = useTranslation('vol-shell');
  const say = useFieldWords();
  const detailWords = (name: string, value: string) => {
    if (name === 'fields') return say.label(value);
    if (name === 'method') return say.word('methods', value);
    return name === 'roles' ? shell(`roles.${value as Role}`, { defaultValue: value }) : nameOf(value);
  };
  return {
    actor: (id: string) => (id === 'server' || id === 'provider' ? t(`log.actors.${id}`) : nameOf(id)),
    did: (action: string) => {
      const known = AUDIT_ACTIONS.find((one) => one === action);
      return known ? t(`log.did.${known}`) : action;
    },
    /** Names of fields, states and ids; who or what an id is of, where that is known. */
    details: (detail: AuditEntry['detail']) =>
      Object.entries(detail).map(([name, value]) => ({
        label: t(`log.details.${name as 'fields'}`, { defaultValue: name }),
        words: [value].flat().map((one) => detailWords(name, one)),
      })),
  };
}
