import { Button, Label, ListBox, ListBoxItem, Select, SelectValue } from 'react-aria-components';
import { Icon } from '../../ui/icons/icon.tsx';
import { ListPopover } from './list-popover.tsx';

export interface Option<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** Of the label, where it is not the page's. */
  readonly language?: string | undefined;
}

interface ChoiceProps<Id extends string> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: Id;
  readonly options: readonly Option<Id>[];
  readonly onChange: (id: Id) => void;
}

/** One of a few, all of which may be seen at once. */
export function Choice<Id extends string>({
  label,
  isLabelHidden = false,
  value,
  options,
  onChange,
}: ChoiceProps<Id>) {
  return (
    <Select
      className="field"
      value={value}
      onChange={(key) => onChange(key as Id)}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      {!isLabelHidden && <Label>{label}</Label>}
      <Button className="choice">
        <SelectValue />
        <Icon name="down" />
      </Button>
      <ListPopover>
        <ListBox className="list-box" items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className="list-item">
              <span lang={option.language}>{option.label}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </ListPopover>
    </Select>
  );
}
