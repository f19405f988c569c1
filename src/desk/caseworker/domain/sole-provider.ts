import type { Need } from '../../../core/taxonomy.ts';
import type { MatchRow } from './match.ts';
import type { Profile } from './profile.ts';

/** "This is the only service known here that …": worth knowing before a client is sent elsewhere. */
export interface SoleProvider {
  readonly id: string;
  readonly need: Need;
  /** In a language of the client, where one was asked for. */
  readonly isInLanguage: boolean;
  readonly withinKm: number | null;
}

/** For each need, the one service of all found that offers it as asked; nothing where there are none or several. */
export function soleProvidersIn(profile: Profile, rows: readonly MatchRow[]): SoleProvider[] {
  const isInLanguage = profile.languages.length > 0;
  const withinKm = profile.area?.withinKm ?? null;
  return profile.needs.flatMap((need) => {
    const providers = rows.filter(
      (row) =>
        row.listing.needs.includes(need) &&
        (!isInLanguage || isConfirmed(row, 'language')) &&
        (withinKm === null || isConfirmed(row, 'area')),
    );
    const [only] = providers;
    return only && providers.length === 1 ? [{ id: only.id, need, isInLanguage, withinKm }] : [];
  });
}

function isConfirmed({ reasons }: MatchRow, wanted: 'language' | 'area'): boolean {
  return reasons.some(({ fact, outcome }) => fact === wanted && outcome === 'confirmed');
}
