import { useTranslation } from '../../../../page/translation.tsx';
import { tamed } from '../../../../ui/foreign-text.tsx';
import { Choice } from '../../../shared/choice.tsx';
import { type Mapping, ROLES } from '../../domain/brought/columns.ts';

const NO_COLUMN = 'none';
const LONGEST_LABEL = 60;

interface ColumnChoicesProps {
  readonly columns: readonly string[];
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

/** Which column is which; no other is read. */
export function ColumnChoices({ columns, mapping, onChange }: ColumnChoicesProps) {
  const { t } = useTranslation('desk-files');
  const options = [
    { id: NO_COLUMN, label: t('open.noColumn') },
    ...columns.map((name, place) => ({
      id: String(place),
      label: tamed(name).slice(0, LONGEST_LABEL) || t('open.column', { place: place + 1 }),
    })),
  ];
  return (
    <div className="columns">
      {ROLES.map((role) => (
        <Choice
          key={role}
          label={t(`open.role.${role}`)}
          value={String(mapping[role] ?? NO_COLUMN)}
          options={options}
          onChange={(id) => onChange({ ...mapping, [role]: id === NO_COLUMN ? null : Number(id) })}
        />
      ))}
    </div>
  );
}
