import { Checkbox, CheckboxGroup, Label } from 'react-aria-components';
import { Icon } from '../../../ui/icons/icon.tsx';
import type { Option } from './choice.tsx';

interface CheckGroupProps<Id extends string> {
  readonly label: string;
  readonly options: readonly Option<Id>[];
  readonly chosen: readonly Id[];
  readonly onChange: (chosen: readonly Id[]) => void;
}

/** Any of a few. */
export function CheckGroup<Id extends string>({ label, options, chosen, onChange }: CheckGroupProps<Id>) {
  return (
    <CheckboxGroup className="field" value={[...chosen]} onChange={(ids) => onChange(ids as Id[])}>
      <Label>{label}</Label>
      {options.map(({ id, label: words }) => (
        <Check key={id} value={id} label={words} />
      ))}
    </CheckboxGroup>
  );
}

interface CheckProps {
  readonly label: string;
  /** For those who do not see what it stands beside; begins with the label. */
  readonly fullLabel?: string;
  readonly slot?: 'selection';
  readonly value?: string;
  readonly isSelected?: boolean;
  readonly onChange?: (isSelected: boolean) => void;
}

export function Check({ label, fullLabel, ...props }: CheckProps) {
  return (
    <Checkbox className="check" {...(fullLabel ? { 'aria-label': fullLabel } : {})} {...props}>
      <span className="check-box">
        <Icon name="tick" />
      </span>
      {label}
    </Checkbox>
  );
}
