import { useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from '../../../page/translation.tsx';
import type { Town } from '../../../search/towns.ts';
import { ForeignText } from '../../../ui/foreign-text.tsx';
import { PRIVATE_ATTRIBUTES } from '../../../ui/private-field/private-attributes.ts';
import { ListPopover } from '../../shared/list-popover.tsx';
import { useDesk } from '../desk-context.tsx';

const MOST_TOWNS = 8;

interface TownFieldProps {
  readonly regions: readonly string[];
  readonly value: string;
  readonly onChange: (town: Town | null) => void;
}

/** A town by its first letters, from the list on this device; no position is ever asked for. */
export function TownField({ regions, value, onChange }: TownFieldProps) {
  const { t } = useTranslation('desk-match');
  const { client } = useDesk();
  const [typed, setTyped] = useState(value);
  const [towns, setTowns] = useState<readonly Town[]>([]);
  const look = async (text: string) => {
    setTyped(text);
    if (text.trim() === '') return onChange(null);
    const found = await Promise.all(
      regions.map((region) => client.ask({ kind: 'towns', region, prefix: text, limit: MOST_TOWNS })),
    );
    // A town that two lists know is one town.
    const byKey = new Map(
      found.flatMap((one) => (one.ok ? one.value : [])).map((town) => [keyOf(town), town]),
    );
    setTowns([...byKey.values()].slice(0, MOST_TOWNS));
  };
  return (
    <ComboBox
      className="field"
      items={towns.map((town) => ({ id: keyOf(town), town }))}
      inputValue={typed}
      onInputChange={(text) => void look(text)}
      onChange={(key) => {
        const town = towns.find((one) => keyOf(one) === key);
        if (town) onChange(town);
      }}
      allowsCustomValue
    >
      <Label>{t('form.area')}</Label>
      <Input className="input" {...PRIVATE_ATTRIBUTES} />
      <ListPopover>
        <ListBox className="list-box">
          {({ id, town }: { readonly id: string; readonly town: Town }) => (
            <ListBoxItem id={id} textValue={town.name} className="list-item">
              <ForeignText>{town.name}</ForeignText>
            </ListBoxItem>
          )}
        </ListBox>
      </ListPopover>
    </ComboBox>
  );
}

function keyOf({ name, latitude, longitude }: Town): string {
  return `${name} ${latitude} ${longitude}`;
}
