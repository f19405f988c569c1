export * from './tables-of-listings.ts';
export * from './tables-of-log.ts';
export * from './tables-of-people.ts';
