// What is needed only when a newer list is looked for or arrives: a file of its own, so that a phone opens the lists it
// has without it.
export { planUpdate } from './plan-update.ts';
export { verifyListedPack } from './verify-listed-pack.ts';
