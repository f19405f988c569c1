// What the place picker, the rights pages and a list that was handed over ask for: a file of its own, which the worker fetches once the lists are open.
export { decodeRights } from '../pack/rights.ts';
export { decodeTowns } from '../pack/towns.ts';
export { hitsById, idsIn } from '../search/by-id.ts';
export { findRights } from '../search/find-rights.ts';
export { findTowns } from '../search/towns.ts';
