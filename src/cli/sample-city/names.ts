export interface District {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly population: number;
}

export const CITY = 'Sample City';
/** User-assigned in ISO 3166, so it is no country's code. */
export const COUNTRY = 'XS';

// In the open sea, hundreds of kilometres from any coast. The same as in data/places/sample.json (a test compares).
export const DISTRICTS: readonly District[] = [
  { name: 'Harbour End', latitude: 46.952, longitude: -30.031, population: 62_000 },
  { name: 'Lower Sample', latitude: 46.971, longitude: -29.982, population: 84_000 },
  { name: 'Upper Sample', latitude: 47.048, longitude: -30.015, population: 71_000 },
  { name: 'Placeholder Green', latitude: 47.012, longitude: -30.072, population: 38_000 },
  { name: 'Nowhere Hill', latitude: 47.085, longitude: -29.941, population: 21_000 },
  { name: 'Example Park', latitude: 47.003, longitude: -29.956, population: 55_000 },
  { name: 'Fableford', latitude: 46.913, longitude: -30.102, population: 17_000 },
  { name: 'Imagined Quay', latitude: 46.944, longitude: -29.973, population: 29_000 },
  { name: 'Madeup Market', latitude: 47.001, longitude: -30.008, population: 93_000 },
  { name: 'Pretend Common', latitude: 47.037, longitude: -30.118, population: 26_000 },
  { name: 'Notreal Cross', latitude: 46.979, longitude: -30.059, population: 51_000 },
  { name: 'Storybook Row', latitude: 47.022, longitude: -29.987, population: 34_000 },
  { name: 'Template Gate', latitude: 47.016, longitude: -30.033, population: 47_000 },
  { name: 'Fictional Heights', latitude: 47.132, longitude: -30.064, population: 12_000 },
];

export const STREETS = [
  'Sample Street',
  'Example Road',
  'Pretend Lane',
  'Madeup Avenue',
  'Placeholder Way',
  'Fable Court',
] as const;

/** What the sample organisations call themselves. */
export const BRANDS = [
  'Paper Lantern',
  'Painted Bridge',
  'Cloud Ladder',
  'Blue Teapot',
  'Tin Whistle',
  'Marble Run',
  'Velvet Compass',
  'Copper Kite',
  'Glass Pebble',
  'Wooden Moon',
  'Folded Map',
  'Ribbon Gate',
  'Quiet Drum',
  'Silver Button',
  'Chalk Garden',
  'Borrowed Umbrella',
  'Cardboard Castle',
  'Second Breakfast',
  'Striped Harbour',
  'Invented Orchard',
  'Clockwork Heron',
  'Puzzle Piece',
  'Pocket Comet',
  'Feather Anchor',
] as const;

export const ORGANISATION_KINDS = ['Trust', 'Project', 'Centre', 'Network', 'Association'] as const;
