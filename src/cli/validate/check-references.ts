import type { Listing } from '../../core/schema.ts';
import type { Problem } from './problem.ts';

/** Ids that lead nowhere, and organisations that are called by two names. */
export class ReferenceCheck {
  readonly #known = new Set<string>();
  readonly #names = new Map<string, string>();
  /** In the order of the listings; what a reference leads to may come later. */
  readonly #waiting: { readonly next?: string; readonly problem: Problem }[] = [];

  add({ id, organization, verification }: Listing, file: string): void {
    this.#known.add(id);
    const { replaced_by: next } = verification;
    if (next !== undefined)
      this.#waiting.push({
        next,
        problem: {
          file,
          field: 'verification.replaced_by',
          severity: 'error',
          reason: 'leads to no listing',
          remedy: 'Give the id of the listing that took its place, or take the field out.',
        },
      });
    const name = this.#names.get(organization.id) ?? organization.name;
    this.#names.set(organization.id, name);
    if (name !== organization.name)
      this.#waiting.push({
        problem: {
          file,
          field: 'organization.name',
          severity: 'error',
          reason: 'is not the name that other listings give to the organisation with this id',
          remedy: 'Write the same name everywhere, or give another organisation its own id.',
        },
      });
  }

  problems(): Problem[] {
    return this.#waiting.flatMap(({ next, problem }) =>
      next !== undefined && this.#known.has(next) ? [] : [problem],
    );
  }
}
