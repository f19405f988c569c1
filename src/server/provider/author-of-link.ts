/** Whoever made a link could answer it too, so that person does not approve what came by it. */
export function authorOfLink(madeBy: string): string {
  return `link of ${madeBy}`;
}
