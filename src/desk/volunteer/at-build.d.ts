// Written by the build (vite.config.ts).
declare module 'virtual:at-build' {
  type Inputs = import('../../core/publishing-points.ts').PublishingInputs;
  /** What was decided of the deployment when this desk was built, as far as its checklist asks for it. */
  export const atBuild: Pick<Inputs, 'deployment' | 'statuses'> & {
    readonly regions: readonly import('../../core/publishing-points.ts').RegionSummary['file'][];
  };
}
