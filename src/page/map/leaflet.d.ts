// The build as modules, which the package's types do not name.
declare module 'leaflet/dist/leaflet-src.esm.js' {
  export * from 'leaflet';
}
