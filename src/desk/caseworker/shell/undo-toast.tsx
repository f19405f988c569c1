import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../../page/translation.tsx';
import { takeBack } from '../bulk.ts';
import { useDesk, useWorkspace } from '../desk-context.tsx';
import type { Undo } from '../domain/undo.ts';

export const UNDO_MS = 10_000;

/**
 * What was just done to several things, and the way to take it back (C13). It goes after ten seconds, but not from under a
 * pointer or the focus, and not for good: "Undo" stays among the commands (WCAG 2.2.1).
 */
export function UndoToast() {
  const { undo } = useWorkspace();
  const [seen, setSeen] = useState<Undo | null>(null);
  const isShown = undo !== null && undo !== seen;
  // The region is there before it says anything: one that comes with its words is not read out.
  return (
    <div className="toast-place" role="status">
      {isShown && <Toast key={idOf(undo)} undo={undo} onGone={() => setSeen(undo)} />}
    </div>
  );
}

interface ToastProps {
  readonly undo: Undo;
  readonly onGone: () => void;
}

function Toast({ undo, onGone }: ToastProps) {
  const { t } = useTranslation('desk-quick');
  const { t: common } = useTranslation('common');
  const { workspace } = useDesk();
  const [holds, setHolds] = useState({ pointer: false, focus: false });
  const before = useRef<Element | null>(null);
  const isHeld = holds.pointer || holds.focus;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ten seconds begin anew with each thing done, and after a hold
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(onGone, UNDO_MS);
    return () => clearTimeout(timer);
  }, [isHeld, undo]);
  const leave = (act: () => void) => {
    act();
    giveFocusBack(before.current);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notes whether somebody is there
    <div
      className="toast"
      onPointerEnter={() => setHolds((now) => ({ ...now, pointer: true }))}
      onPointerLeave={() => setHolds((now) => ({ ...now, pointer: false }))}
      onFocus={({ relatedTarget, currentTarget }) => {
        if (!currentTarget.contains(relatedTarget)) before.current = relatedTarget;
        setHolds((now) => ({ ...now, focus: true }));
      }}
      onBlur={() => setHolds((now) => ({ ...now, focus: false }))}
    >
      <span>{wordsOf(undo, t)}</span>
      <button type="button" className="button" onClick={() => leave(() => takeBack(workspace))}>
        {t('undo.undo')}
      </button>
      <button type="button" className="button-quiet" onClick={() => leave(onGone)}>
        {common('close')}
      </button>
    </div>
  );
}

type Words = ReturnType<typeof useTranslation<'desk-quick'>>['t'];

function wordsOf(undo: Undo, t: Words): string {
  return undo.kind === 'started-anew'
    ? t('undo.started-anew')
    : t(`undo.${undo.kind}`, { many: undo.ids.length });
}

/** Whoever came here by keyboard goes on from where they came. */
function giveFocusBack(to: Element | null): void {
  const target = to?.isConnected ? to : document.querySelector('#main h1');
  (target as HTMLElement | null)?.focus();
}

const ids = new WeakMap<Undo, number>();
let lastId = 0;

/** One for each thing that was done, so that the next has ten seconds of its own. */
function idOf(undo: Undo): number {
  const id = ids.get(undo) ?? ++lastId;
  ids.set(undo, id);
  return id;
}
