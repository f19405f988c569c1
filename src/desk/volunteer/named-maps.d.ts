// Written by the build (vite.config.ts).
declare module 'virtual:named-maps' {
  /** This server's maps, each with the region that it shows, `world` for all that have none of their own. */
  export const namedMaps: readonly (import('../../store/whole-map-file.ts').NamedMap & {
    readonly region: string;
  })[];
}
