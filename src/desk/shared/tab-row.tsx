import { useEffect, useRef } from 'react';
import { useTranslation } from '../../page/translation.tsx';

interface TabRowProps<Name extends string> {
  readonly tabs: readonly { readonly name: Name; readonly label: string }[];
  readonly current: Name;
  readonly onChoose: (name: Name) => void;
}

/** The ways between screens, in one row that can be pushed along where there is not room for all. */
export function TabRow<Name extends string>({ tabs, current, onChoose }: TabRowProps<Name>) {
  const { t } = useTranslation('common');
  const currentTab = useRef<HTMLButtonElement>(null);
  // A shortcut or a button elsewhere may have come to a screen whose tab is out of sight. Only the row is pushed along.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the screen says which button `current` is
  useEffect(() => {
    const row = currentTab.current?.parentElement;
    if (!currentTab.current || !row) return;
    const [tab, frame] = [currentTab.current.getBoundingClientRect(), row.getBoundingClientRect()];
    if (tab.left < frame.left) row.scrollLeft += tab.left - frame.left;
    else if (tab.right > frame.right) row.scrollLeft += tab.right - frame.right;
  }, [current]);
  return (
    <nav className="bar-nav" aria-label={t('menu')}>
      {tabs.map(({ name, label }) => (
        <button
          key={name}
          ref={name === current ? currentTab : null}
          type="button"
          className="bar-tab"
          aria-current={name === current ? 'page' : undefined}
          onClick={() => onChoose(name)}
        >
          {label}
        </button>
      ))}
    </nav>
  );
}
