interface ForeignTextProps {
  readonly children: string;
  /** BCP 47 of the words; undefined where it is not known. */
  readonly language?: string | undefined;
}

/** Text that the listing brought: set apart so that its direction never turns the words around it, and read in its language. */
export function ForeignText({ children, language }: ForeignTextProps) {
  return (
    <bdi lang={language} dir="auto">
      {children}
    </bdi>
  );
}

/** A phone number or other run of digits: left to right in every language. */
export function Digits({ children }: { readonly children: string }) {
  return (
    <bdi dir="ltr" className="digits">
      {children}
    </bdi>
  );
}
