type Scanner = typeof import('./scanner.ts');

let scanner: Promise<Scanner> | undefined;

/**
 * Every phone fetches it right after the later screens: a host that is not asked for it when a camera starts learns nothing
 * (NW-6). Rejects where it cannot be had; the next call tries again.
 */
export function fetchScanner(): Promise<Scanner> {
  scanner ??= import('./scanner.ts');
  scanner.catch(() => {
    scanner = undefined;
  });
  return scanner;
}
