import type { ICON_PATHS } from './icon-paths.ts';

export type IconName = keyof typeof ICON_PATHS;

/** Always beside words, so it is hidden from assistive technology. `isDirectional` mirrors it right to left. */
export function Icon({
  name,
  isDirectional = false,
}: {
  readonly name: IconName;
  readonly isDirectional?: boolean;
}) {
  return (
    <svg className={isDirectional ? 'icon icon-turns' : 'icon'} aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  );
}
