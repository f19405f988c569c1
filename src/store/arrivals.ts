// What is needed only when a newer list is looked for or arrives: a file of its own, so that a phone opens the lists it
// has without it.
export { planUpdate } from '../pack/plan-update.ts';
export { verifyListedPack } from '../pack/verify-listed-pack.ts';
export { dropPacksExcept } from './drop-packs.ts';
export { fetchIndex } from './fetch-index.ts';
