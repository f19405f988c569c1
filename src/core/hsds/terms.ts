import { FEATURES, GROUPS, NEEDS, SITUATIONS } from '../taxonomy.ts';
import { HSDS_VERSION, TAXONOMIES, type Taxonomy, taxonomyId, termId } from './names.ts';

const CODES = { needs: NEEDS, situations: SITUATIONS, groups_served: GROUPS, features: FEATURES } as const;

export interface HsdsTaxonomy {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly version: string;
}
export interface HsdsTerm {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly taxonomy: string;
  readonly taxonomy_id: string;
}

export function hsdsTaxonomies(): HsdsTaxonomy[] {
  return TAXONOMIES.map((one) => ({
    id: taxonomyId(one),
    name: one.name,
    description: one.about,
    version: HSDS_VERSION,
  }));
}

export function hsdsTerms(): HsdsTerm[] {
  return TAXONOMIES.flatMap((taxonomy) => CODES[taxonomy.field].map((code) => hsdsTerm(taxonomy, code)));
}

export function hsdsTerm(taxonomy: Taxonomy, code: string): HsdsTerm {
  return {
    id: termId(taxonomy, code),
    code,
    name: nameOf(code),
    description: `${taxonomy.about} ${nameOf(code)}.`,
    taxonomy: taxonomy.name,
    taxonomy_id: taxonomyId(taxonomy),
  };
}

/** `home.refuge` is read as "Home: refuge". The kind words of the guide may differ from deployment to deployment. */
function nameOf(code: string): string {
  const words = code.replace('.', ': ').replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
