import type desk from '../../../../locales/en/desk-sheets.json';
import type find from '../../../../locales/en/find.json';
import type service from '../../../../locales/en/service.json';
import type { IsoDate } from '../../../core/dates.ts';

interface Files {
  'desk-sheets': typeof desk;
  find: typeof find;
  service: typeof service;
}

/** Every key of a file of words, as in `space.label`; of a list, with its place. */
type KeyIn<Node> = {
  [Name in keyof Node & string]: Node[Name] extends string
    ? Name
    : Node[Name] extends readonly string[]
      ? `${Name}.${number}`
      : `${Name}.${KeyIn<Node[Name]>}`;
}[keyof Node & string];

/** One of our sentences, its gaps filled. */
export type Say<File extends keyof Files> = (
  key: KeyIn<Files[File]>,
  gaps?: Readonly<Record<string, string>>,
) => string;

/** What a sheet is written with, in one language. */
export interface SheetWords {
  readonly language: string;
  readonly sheet: Say<'desk-sheets'>;
  readonly find: Say<'find'>;
  readonly service: Say<'service'>;
  /** The name of a language, by its BCP 47 tag, in this one. */
  readonly languageName: (tag: string) => string;
  /** Named one after another, as in "Arabic, French and Hindi". */
  readonly list: (names: readonly string[]) => string;
  /** As in "21 Nov 2026". */
  readonly day: (day: IsoDate) => string;
}
