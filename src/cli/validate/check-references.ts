import type { Region } from '../regions.ts';
import type { Problem } from './problem.ts';

/** Ids that lead nowhere, and organisations that are called by two names. */
export function deadReferences(regions: readonly Region[]): Problem[] {
  const known = new Set(regions.flatMap(({ listings }) => listings.map(({ id }) => id)));
  const names = new Map<string, string>();
  return regions.flatMap(({ files, listings }) =>
    listings.flatMap(({ id, organization, verification }): Problem[] => {
      const file = files.get(id) ?? id;
      const problems: Problem[] = [];
      const { replaced_by: next } = verification;
      if (next !== undefined && !known.has(next))
        problems.push({
          file,
          field: 'verification.replaced_by',
          severity: 'error',
          reason: 'leads to no listing',
          remedy: 'Give the id of the listing that took its place, or take the field out.',
        });
      const name = names.get(organization.id) ?? organization.name;
      names.set(organization.id, name);
      if (name !== organization.name)
        problems.push({
          file,
          field: 'organization.name',
          severity: 'error',
          reason: 'is not the name that other listings give to the organisation with this id',
          remedy: 'Write the same name everywhere, or give another organisation its own id.',
        });
      return problems;
    }),
  );
}
