// Written by the build (vite.config.ts) from what `waypost build` signed.
declare module 'virtual:baked-in' {
  export const baked: import('../store/baked-in.ts').BakedIn;
}
