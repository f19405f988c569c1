import { NEEDS, type Need } from '../../core/taxonomy.ts';
import { BRANDS, DISTRICTS, type District, ORGANISATION_KINDS } from './names.ts';

/** What follows from a listing's place in the list alone. */
export interface Setting {
  readonly serial: number;
  readonly need: Need;
  /** How often this need has had its turn. */
  readonly round: number;
  readonly brand: string;
  readonly organisation: string;
  readonly host: string;
  readonly district: District;
}

/** Needs take turns. Brands and districts step by numbers that share no factor with how many there are. */
export function settingOf(serial: number): Setting {
  const turn = serial % NEEDS.length;
  const round = Math.floor(serial / NEEDS.length);
  const brand = inTurn(BRANDS, turn + round * 7);
  const kind = inTurn(ORGANISATION_KINDS, BRANDS.indexOf(brand));
  return {
    serial,
    need: inTurn(NEEDS, turn),
    round,
    brand,
    organisation: `${brand} ${kind} (sample)`,
    host: `${brand.toLowerCase().replaceAll(' ', '-')}.example`,
    district: inTurn(DISTRICTS, turn * 5 + round * 3),
  };
}

function inTurn<Item>(list: readonly Item[], turn: number): Item {
  const item = list[turn % list.length];
  if (item === undefined) throw new Error('sample-city: an empty list');
  return item;
}
