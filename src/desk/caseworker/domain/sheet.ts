/** Words with the language they are in, which may not be the sheet's own: a screen marks it, a voice reads it. */
export interface SheetText {
  readonly text: string;
  readonly language: string;
}

export interface SheetNumber {
  /** How it is reached, in the sheet's language: call, text. */
  readonly label: string;
  /** Grouped for reading, always left to right. */
  readonly shown: string;
  /** Where it works, or what to write to it. */
  readonly notes: readonly SheetText[];
}

export const FACT_KINDS = [
  'space',
  'languages',
  'status',
  'how',
  'bring',
  'cost',
  'place',
  'freshness',
] as const;

/** A fact under its heading, line by line. */
export interface SheetFact {
  readonly kind: (typeof FACT_KINDS)[number];
  readonly label: string;
  readonly lines: readonly SheetText[];
}

export interface SheetEntry {
  readonly id: string;
  /** The service's name, or its alias. */
  readonly name: SheetText;
  /** What they do; null where it would tell too much. */
  readonly what: SheetText | null;
  readonly numbers: readonly SheetNumber[];
  readonly hoursLabel: string;
  readonly hours: readonly SheetText[];
  /** In the order of FACT_KINDS; a kind is there at most once. */
  readonly facts: readonly SheetFact[];
  /** "Only in Arabic", where the listing has words that are not in the sheet's language. */
  readonly onlyIn: string | null;
}

/** What to show or read out to reach somebody who interprets. */
export interface InterpreterLine {
  readonly show: string;
  /** In the language of those who answer. */
  readonly say: SheetText;
  /** The same in the sheet's own. */
  readonly means: SheetText;
}

/** A shortlist as it is given away: on paper in some layout, on a screen, as text. Nothing in it is about the client. */
export interface Sheet {
  readonly language: string;
  readonly isDiscreet: boolean;
  readonly title: string;
  /** Of the job that a printer gets, so of the file that a "save as" makes: neutral even where the sheet is not. */
  readonly jobTitle: string;
  readonly entries: readonly SheetEntry[];
  readonly interpreter: InterpreterLine | null;
  readonly from: string;
  /** That nobody who speaks the language has read our own words in it; null where somebody has. */
  readonly draft: string | null;
}
