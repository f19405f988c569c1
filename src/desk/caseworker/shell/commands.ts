import { deployment } from 'virtual:app-build';
import { useTranslation } from '../../../page/translation.tsx';
import type { RegionState } from '../../../store/messages.ts';
import { useCaseload, useDesk, useDirectory, useWorkspace } from '../desk-context.tsx';
import { listName, samplesOf, workWith } from '../lists.ts';
import { act, SHORTCUTS, type Shortcut } from '../shortcuts.ts';
import { SCREENS } from '../workspace.ts';
import { useKeyNames } from './use-key-names.ts';

export interface Command {
  readonly id: string;
  readonly label: string;
  /** Of the label, where it is not the page's. */
  readonly language?: string;
  /** The single key that does the same. */
  readonly key?: string;
  readonly run: () => void;
}

export interface CommandGroup {
  readonly id: 'do' | 'go' | 'lists' | 'languages';
  readonly commands: readonly Command[];
}

const KEYS = new Map(Object.entries(SHORTCUTS).map(([key, action]) => [action, key]));

/** Everything that can be done from anywhere, by name (C13). Nothing in it names a client. */
export function useCommands(onHelp: () => void): readonly CommandGroup[] {
  const { t } = useTranslation('desk-quick');
  const { t: shell } = useTranslation('desk-shell');
  const keyName = useKeyNames();
  const { workspace, caseload, changeLanguage } = useDesk();
  const { undo, language } = useWorkspace();
  const { directory } = useDirectory();
  const isOpen = useCaseload().phase === 'open';
  const byKey = (action: Exclude<Shortcut, 'help'>): Command => ({
    id: action,
    label: keyName(action),
    key: KEYS.get(action) ?? '',
    run: () => act(workspace, action),
  });
  const nameOf = (list: RegionState) => ({ name: listName(list, language) });
  const lists = directory?.regions.filter(({ kind, installed }) => kind !== 'world' && installed) ?? [];
  return [
    {
      id: 'do',
      commands: [
        ...(undo ? [byKey('undo')] : []),
        byKey('newClient'),
        byKey('search'),
        byKey('match'),
        ...(isOpen ? [{ id: 'lock', label: t('palette.lock'), run: () => caseload.lock() }] : []),
        { id: 'print', label: t('palette.print'), run: () => print() },
        { id: 'keys', label: shell('keys.title'), key: KEYS.get('help') ?? '', run: onHelp },
        {
          id: 'tour',
          label: t('tour.open'),
          run: () => workspace.set({ tour: 0 }),
        },
      ],
    },
    {
      id: 'go',
      commands: SCREENS.map((screen) => ({
        id: `go ${screen}`,
        label: t('palette.goTo', { name: shell(`screens.${screen}`) }),
        ...(screen === 'compare' ? { key: KEYS.get('compare') ?? '' } : {}),
        run: () => workspace.set({ screen }),
      })),
    },
    {
      id: 'lists',
      commands: lists.map((list) => ({
        id: `list ${list.id}`,
        label:
          list.kind === 'sample'
            ? t('palette.practise', nameOf(list))
            : shell('lists.workWithName', nameOf(list)),
        run: () => {
          workWith(workspace, [list.id], samplesOf(directory));
          workspace.set({ screen: 'match' });
        },
      })),
    },
    {
      id: 'languages',
      commands: deployment.languages
        .filter(({ code }) => code !== language)
        .map(({ code, name }) => ({
          id: `language ${code}`,
          label: name,
          language: code,
          run: () => void changeLanguage(code),
        })),
    },
  ];
}
