/** The same code, or one says more than the other: "es" and "es-MX", but not "es-ES" and "es-MX". Lower case. */
export function isSameLanguage(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}-`) || other.startsWith(`${one}-`);
}
