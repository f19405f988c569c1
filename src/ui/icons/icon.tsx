import { ICON_PATHS } from './icon-paths.ts';

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
    // Its own path, not <use>: taking hundreds of those off a page costs half of what leaving may (bench, EX-4).
    <svg className={isDirectional ? 'icon icon-turns' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
