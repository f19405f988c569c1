declare module 'lighthouse' {
  export interface Judged {
    readonly lhr: {
      readonly lighthouseVersion: string;
      readonly runtimeError?: { readonly message: string };
      readonly categories: Readonly<Record<string, Category>>;
      readonly audits: Readonly<Record<string, Audit>>;
    };
  }
  interface Category {
    /** From 0 to 1. */
    readonly score: number | null;
    readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
  }
  interface Audit {
    readonly title: string;
    readonly score: number | null;
    readonly numericValue?: number;
  }
  export default function lighthouse(url: string, options: object): Promise<Judged | undefined>;
}
