import { useId } from 'react';
import {
  Button,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Tag,
  TagGroup,
  TagList,
} from 'react-aria-components';
import { useTranslation } from '../../../page/translation.tsx';
import { Icon } from '../../../ui/icons/icon.tsx';
import { PRIVATE_ATTRIBUTES } from '../../../ui/private-field/private-attributes.ts';
import type { Option } from '../choice.tsx';
import { ListPopover } from '../list-popover.tsx';

interface CodePickerProps<Id extends string> {
  readonly label: string;
  readonly options: readonly Option<Id>[];
  readonly chosen: readonly Id[];
  readonly onChange: (chosen: readonly Id[]) => void;
  /** For a shortcut that comes here. */
  readonly inputId?: string;
}

/** Some of many, found by typing: the chosen ones stand below as tags that a key takes away. */
export function CodePicker<Id extends string>({
  label,
  options,
  chosen,
  onChange,
  inputId,
}: CodePickerProps<Id>) {
  const { t } = useTranslation('desk-look');
  const tags = options.filter(({ id }) => chosen.includes(id));
  const labelId = useId();
  return (
    <div className="field">
      <ComboBox
        defaultItems={options}
        selectionMode="multiple"
        value={chosen}
        onChange={(keys) => onChange(keys as Id[])}
        menuTrigger="focus"
      >
        <Label id={labelId}>{label}</Label>
        <div className="combo">
          <Input id={inputId} className="input" placeholder={t('typeToChoose')} {...PRIVATE_ATTRIBUTES} />
          <Button className="combo-button">
            <Icon name="down" />
          </Button>
        </div>
        <ListPopover>
          <ListBox className="list-box">
            {(option: Option<Id>) => (
              <ListBoxItem id={option.id} textValue={option.label} className="list-item">
                {option.label}
              </ListBoxItem>
            )}
          </ListBox>
        </ListPopover>
      </ComboBox>
      {tags.length > 0 && (
        <TagGroup
          aria-label={t('chosenOf', { what: label })}
          onRemove={(keys) => onChange(chosen.filter((id) => !keys.has(id)))}
        >
          <TagList items={tags} className="tags">
            {(option) => (
              <Tag id={option.id} textValue={option.label} className="tag">
                {option.label}
                <Button slot="remove" className="tag-remove">
                  <Icon name="close" />
                </Button>
              </Tag>
            )}
          </TagList>
        </TagGroup>
      )}
    </div>
  );
}
