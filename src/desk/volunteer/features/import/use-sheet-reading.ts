import { useEffect, useRef, useState } from 'react';
import { readSheet, type SheetPlan, type SheetProblem } from '../../../../core/sheet/sheet.ts';
import { readTextFile, type TextFileProblem } from '../../../shared/read-text-file.ts';
import { todayHere } from '../../../shared/use-today.ts';
import type { Directory } from '../../kept/staff-directory.ts';
import { inSlices } from './in-slices.ts';

export type SheetReading =
  | { readonly phase: 'none' }
  /** `part`: how much of it is read, of 1. */
  | { readonly phase: 'reading'; readonly part: number }
  | { readonly phase: 'stopped' }
  | { readonly phase: 'refused'; readonly kind: (SheetProblem | TextFileProblem)['kind'] }
  /** `seen`: the listings that it was held against, which may have changed since. */
  | { readonly phase: 'read'; readonly plan: SheetPlan; readonly seen: Directory };

/** A chosen sheet as it is read: slice by slice, so that a slow phone shows how far it is and hears "stop" (CT-9). */
export function useSheetReading(directory: Directory) {
  const [reading, setReading] = useState<SheetReading>({ phase: 'none' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const read = async (file: Blob) => {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    const { signal } = control;
    setReading({ phase: 'reading', part: 0 });
    const text = await readTextFile(file);
    if (signal.aborted) return;
    if (!text.ok) return setReading({ phase: 'refused', kind: text.problem.kind });
    const onPart = (part: number) => setReading({ phase: 'reading', part });
    const work = readSheet(text.value, [...directory.values()], { today: todayHere() });
    const found = await inSlices(work, { onPart, signal });
    // Stopped, or another file was chosen meanwhile.
    if (!found) return;
    setReading(
      found.ok
        ? { phase: 'read', plan: found.value, seen: directory }
        : { phase: 'refused', kind: found.problem.kind },
    );
  };
  const stop = () => {
    running.current?.abort();
    setReading({ phase: 'stopped' });
  };
  return { reading, read, stop };
}
