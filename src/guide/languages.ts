import { deployment } from 'virtual:app-build';

/** Each language by its own name, in the order of the deployment. */
export const LANGUAGES: readonly {
  readonly code: string;
  readonly name: string;
  readonly isDraft: boolean;
}[] = deployment.languages;

/** Whether no speaker has read the words of a language yet: the guide says so, in that language (settled 40). */
export function isDraft(language: string): boolean {
  return LANGUAGES.some(({ code, isDraft: isOne }) => code === language && isOne);
}
