/** One file of an export: where it goes inside the folder, and what is in it. */
export interface ExportedFile {
  /** With `/`, as in `services/index.json`. */
  readonly path: string;
  readonly text: string;
}
