/** The plain public page that leaving ends on, by language; the cover where a deployment names none. */
export function exitSiteOf(sites: Readonly<Record<string, readonly string[]>>, language: string): string {
  return sites[language]?.[0] ?? sites.en?.[0] ?? '/cover/';
}
