// What the place picker asks for: a file of its own, which the worker fetches once the lists are open.
export { decodeTowns } from '../pack/towns.ts';
export { findTowns } from '../search/towns.ts';
