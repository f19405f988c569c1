import { Checkbox, CheckboxGroup, FieldError, Label } from 'react-aria-components';
import { Icon } from '../../ui/icons/icon.tsx';
import type { Option } from './choice.tsx';

interface CheckGroupProps<Id extends string> {
  readonly label: string;
  readonly options: readonly Option<Id>[];
  readonly chosen: readonly Id[];
  readonly onChange: (chosen: readonly Id[]) => void;
  readonly problem?: string | undefined;
  /** When so many are chosen, the others cannot be. */
  readonly most?: number;
}

/** Any of a few. */
export function CheckGroup<Id extends string>({
  label,
  options,
  chosen,
  onChange,
  problem,
  most = options.length,
}: CheckGroupProps<Id>) {
  const isFull = chosen.length >= most;
  return (
    <CheckboxGroup
      className="field"
      value={[...chosen]}
      onChange={(ids) => onChange(ids as Id[])}
      isInvalid={problem !== undefined}
    >
      <Label>{label}</Label>
      {options.map(({ id, label: words }) => (
        <Check key={id} value={id} label={words} isDisabled={isFull && !chosen.includes(id)} />
      ))}
      <FieldError className="field-problem">{problem}</FieldError>
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
  readonly isDisabled?: boolean;
  /** The id of what is wrong with it, in words. */
  readonly describedBy?: string | undefined;
  readonly onChange?: (isSelected: boolean) => void;
}

export function Check({ label, fullLabel, describedBy, ...props }: CheckProps) {
  return (
    <Checkbox
      className="check"
      {...(fullLabel ? { 'aria-label': fullLabel } : {})}
      {...(describedBy ? { 'aria-describedby': describedBy, isInvalid: true } : {})}
      {...props}
    >
      <span className="check-box">
        <Icon name="tick" />
      </span>
      {label}
    </Checkbox>
  );
}
