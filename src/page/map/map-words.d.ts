// Written by the build (vite.config.ts).
declare module 'virtual:map-words' {
  /** By language; they come with the map, which few open. */
  export const mapWords: Readonly<Record<string, object>>;
}
