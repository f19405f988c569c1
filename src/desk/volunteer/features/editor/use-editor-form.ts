import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Edit } from '../../../../core/edits/edit.ts';
import { newFindings } from '../../../../core/edits/lint/lint-listing.ts';
import { type Listing, parseListing } from '../../../../core/schema.ts';
import { todayHere } from '../../../shared/use-today.ts';
import { needsCause } from '../../fields/field-change.ts';
import { type Finding, findingsOfLint, findingsOfProblems, openFindings } from './findings.ts';
import { changesOf, type EditFrame, editOf, formOf, type ListingForm, overrideKey } from './listing-form.ts';

// Long enough for a pause between words, short enough that a phone that is put away has it (V8).
const KEPT_AFTER = 400;

interface FormSource {
  readonly base: Listing | null;
  readonly draft: Edit | null;
  /** What a new listing begins with; the base, where there is one. */
  readonly fresh: Listing;
  readonly frame: EditFrame;
  readonly onKeep: (edit: Edit) => void;
  /** After which pause, in milliseconds, it is written down. */
  readonly keptAfter?: number;
}

/** The form, what is wrong with it, and its draft, which is kept as one types. */
export function useEditorForm(source: FormSource) {
  const { base, draft, fresh, frame } = source;
  const [form, setForm] = useState<ListingForm>(() => formOf(base, draft, fresh));
  const [isTried, setIsTried] = useState(false);
  const judged = useDeferredValue(form);
  const changes = useMemo(() => changesOf(base, form), [base, form]);
  const { listing, findings } = useMemo(() => judge(base, judged.listing), [base, judged]);
  const missingCauses = changes.filter((change) => needsCause(change) && !change.cause);
  const stopKeeping = useKeptDraft(form, source);
  const change = (part: Partial<ListingForm>) => setForm((now) => ({ ...now, ...part }));
  const { reasons } = form;
  return {
    form,
    change,
    /** What the sections of the form work with. */
    context: {
      listing: form.listing,
      set: (part: Partial<Listing>) =>
        setForm((now) => ({ ...now, listing: { ...now.listing, ...part } as Listing })),
      findings,
      isTried,
      reasons,
      setReason: (key: string, reason: string) => change({ reasons: { ...reasons, [key]: reason } }),
    },
    /** The listing where it is one; else null. */
    listing,
    changes,
    findings,
    isTried,
    /** Shows what is missing; true where nothing is, and then it is a draft no more. */
    tryToSend: () => {
      setIsTried(true);
      // Judged anew: what is shown may lag behind what was typed, and a press that does nothing is a riddle.
      const open = openFindings(
        judge(base, form.listing).findings,
        ({ rule, place }) => form.reasons[overrideKey(rule, place)],
      );
      const isWhole = open.length + missingCauses.length === 0 && changes.length > 0 && form.method !== null;
      if (isWhole) stopKeeping();
      return isWhole;
    },
    stopKeeping,
    edit: () => editOf(base, form, frame),
  };
}

function judge(base: Listing | null, written: Listing): { listing: Listing | null; findings: Finding[] } {
  const parsed = parseListing(JSON.parse(JSON.stringify(written)));
  if (!parsed.ok) return { listing: null, findings: findingsOfProblems(parsed.problem) };
  return {
    listing: parsed.value,
    findings: findingsOfLint(newFindings(base, parsed.value, { today: todayHere() })),
  };
}

/**
 * Written down after a short pause, and at once when the page is put away or left. Gives the way to stop: what still waits
 * when a form is sent or thrown away would come back as a draft.
 */
function useKeptDraft(
  form: ListingForm,
  { base, frame, onKeep, keptAfter = KEPT_AFTER }: FormSource,
): () => void {
  const first = useRef(form);
  const isOver = useRef(false);
  const waiting = useRef<(() => void) | null>(null);
  useEffect(() => {
    if (form === first.current || isOver.current) return;
    const keep = () => {
      waiting.current = null;
      if (!isOver.current) onKeep(editOf(base, form, frame));
    };
    waiting.current = keep;
    const timer = setTimeout(keep, keptAfter);
    return () => clearTimeout(timer);
  }, [base, form, frame, onKeep, keptAfter]);
  useEffect(() => {
    const keepNow = () => waiting.current?.();
    document.addEventListener('visibilitychange', keepNow);
    addEventListener('pagehide', keepNow);
    return () => {
      document.removeEventListener('visibilitychange', keepNow);
      removeEventListener('pagehide', keepNow);
      keepNow();
    };
  }, []);
  return useCallback(() => {
    isOver.current = true;
    waiting.current = null;
  }, []);
}
