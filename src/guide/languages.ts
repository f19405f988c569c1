import { deployment } from 'virtual:guide-build';

/** Each language by its own name, in the order of the deployment. */
export const LANGUAGES: readonly { readonly code: string; readonly name: string }[] = deployment.languages;
