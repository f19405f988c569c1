import { Fragment, type ReactNode } from 'react';

// The end of an isolate inside the text ends that of its bdi too, and what follows then turns the rest of the line
// (Chromium 156). A list that we build has none of these; one that somebody else signed may.
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;
// More marks on a letter than core/text.ts takes: they would be drawn over the lines around.
const PILE = /(\p{sc=Inherited}{3})\p{sc=Inherited}+|([\p{Mn}\p{Me}]{5})[\p{Mn}\p{Me}]+/gu;

/** A listing's text without what could reach out of its field. */
export function tamed(text: string): string {
  return text.replace(TURNS, '').replace(PILE, '$1$2');
}

interface ForeignTextProps {
  readonly children: string;
  /** BCP 47 of the words; undefined where it is not known. */
  readonly language?: string | undefined;
}

/** Text that the listing brought: set apart so that its direction never turns the words around it, and read in its language. */
export function ForeignText({ children, language }: ForeignTextProps) {
  return (
    <bdi lang={language} dir="auto">
      {tamed(children)}
    </bdi>
  );
}

/** A phone number or other run of digits: left to right in every language. */
export function Digits({ children }: { readonly children: string }) {
  return (
    <bdi dir="ltr" className="digits">
      {tamed(children)}
    </bdi>
  );
}

const GAP = '\u0001';

interface FilledProps<Name extends string> {
  /** The sentence with its gaps filled by what is given for each. */
  readonly sentence: (gaps: Readonly<Record<Name, string>>) => string;
  readonly parts: Readonly<Record<Name, ReactNode>>;
}

/** A sentence of ours around words of a listing: set apart where the sentence has them, so that they cannot turn it. */
export function Filled<Name extends string>({ sentence, parts }: FilledProps<Name>) {
  const names = Object.keys(parts) as Name[];
  const gaps = Object.fromEntries(names.map((name) => [name, `${GAP}${name}${GAP}`]));
  const pieces = sentence(gaps as Record<Name, string>).split(GAP);
  return pieces.map((piece, at) =>
    at % 2 === 0 ? piece : <Fragment key={piece}>{parts[piece as Name]}</Fragment>,
  );
}
