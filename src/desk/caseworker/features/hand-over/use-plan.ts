import { useState } from 'react';
import type { ShownListing } from '../../../../core/shown-listing.ts';
import { deflate } from '../../../../page/raw-deflate.ts';
import { useDesk, useDirectory, useWorkspace } from '../../desk-context.tsx';
import { type CodePlan, planByIds, planWhole } from '../../domain/plan-code.ts';

export type ReadBy = 'has-list' | 'any';

interface Choices {
  readonly readBy: ReadBy;
  readonly listings: readonly ShownListing[];
  /** Null where services are told by their names. */
  readonly aliases: Readonly<Record<string, string>> | null;
}

/** The code of the shortlist. It is drawn when asked for, and gone as soon as anything that it is made from changes. */
export function usePlan({ readBy, listings, aliases }: Choices) {
  const { client } = useDesk();
  const { shortlist } = useWorkspace();
  const { directory } = useDirectory();
  const choices = JSON.stringify([readBy, shortlist, aliases, directory?.issuedOn]);
  const [made, setMade] = useState<{ plan: CodePlan; choices: string; from: number } | null>(null);
  const current = made?.choices === choices ? made : null;
  const draw = async (ids: readonly string[]) => {
    if (!directory) return null;
    const listDay = directory.issuedOn;
    if (readBy === 'any') return planWhole(ids, { listings, aliases, listDay, deflate });
    const known = await client.ask<'ids'>({ kind: 'ids' });
    if (!known.ok) client.report(known.problem);
    return known.ok ? planByIds(ids, known.value) : null;
  };
  const show = async (from: number) => {
    const plan = await draw(shortlist.slice(from));
    setMade(plan && { plan, choices, from });
  };
  return {
    plan: current?.plan ?? null,
    /** Changes with each code, so that the screen goes to the new one. */
    from: current?.from ?? 0,
    show: () => show(0),
    showRest: () => {
      const first = current?.plan.left.find(({ why }) => why === 'no-room');
      return first ? show(shortlist.indexOf(first.id)) : undefined;
    },
    hide: () => setMade(null),
  };
}
