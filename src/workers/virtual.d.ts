// Written by the build (vite.config.ts) from what `waypost build` signed.
declare module 'virtual:baked-in' {
  export const baked: import('../store/directory-store.ts').BakedIn;
}
declare module 'virtual:precache' {
  /** Every file of the shell, by path and, where its name bears no hash, the hash of its content. */
  export const precache: readonly (string | { url: string; revision: string | null })[];
}
