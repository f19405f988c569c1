import { useEffect, useRef } from 'react';
import {
  Autocomplete,
  Header,
  Input,
  Label,
  Menu,
  MenuItem,
  MenuSection,
  TextField,
  useFilter,
} from 'react-aria-components';
import { useTranslation } from '../../../page/translation.tsx';
import { PRIVATE_ATTRIBUTES } from '../../../ui/private-field/private-attributes.ts';
import { DeskSheet } from '../../shared/desk-sheet.tsx';
import { useCommands } from './commands.ts';

interface PaletteProps {
  readonly onClose: () => void;
  readonly onHelp: () => void;
}

/**
 * Everything that can be done, by typing a part of its name (C13). The list lies in the dialog itself: one that floats
 * would lie under it, and keep the way out from whoever does not see.
 */
export function Palette({ onClose, onHelp }: PaletteProps) {
  const { t } = useTranslation('desk-quick');
  const { contains } = useFilter({ sensitivity: 'base' });
  const groups = useCommands(onHelp);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const run = (id: string | number) => {
    const command = groups.flatMap(({ commands }) => commands).find((one) => one.id === id);
    onClose();
    // Once the dialog has gone, and given the focus back: what runs may put it elsewhere.
    setTimeout(() => command?.run());
  };
  return (
    <DeskSheet title={t('palette.title')} onClose={onClose}>
      <Autocomplete filter={contains}>
        <TextField className="field">
          <Label>{t('palette.type')}</Label>
          <Input ref={field} className="input" {...PRIVATE_ATTRIBUTES} />
        </TextField>
        <Menu
          className="list-box palette"
          aria-label={t('palette.title')}
          onAction={run}
          renderEmptyState={() => <p className="quiet">{t('palette.nothing')}</p>}
        >
          {groups
            .filter(({ commands }) => commands.length > 0)
            .map(({ id, commands }) => (
              <MenuSection key={id} id={id}>
                <Header className="palette-group">{t(`palette.groups.${id}`)}</Header>
                {commands.map(({ id: command, label, language: spoken, key }) => (
                  <MenuItem key={command} id={command} textValue={label} className="list-item palette-item">
                    <span lang={spoken}>{label}</span>
                    {key && <kbd>{key}</kbd>}
                  </MenuItem>
                ))}
              </MenuSection>
            ))}
        </Menu>
      </Autocomplete>
    </DeskSheet>
  );
}
