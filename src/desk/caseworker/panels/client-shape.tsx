import type { Shape } from '../domain/client-code.ts';

/** Outlines on a 24 grid, told apart without colour. */
const PATHS: Readonly<Record<Shape, string>> = {
  circle: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18z',
  square: 'M4 4h16v16H4z',
  triangle: 'M12 3l10 18H2z',
  diamond: 'M12 2l9 10-9 10-9-10z',
  hexagon: 'M7 3h10l5 9-5 9H7l-5-9z',
  ring: 'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20zM12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z',
  drop: 'M12 2c4 5 7 8.5 7 12.5a7 7 0 0 1-14 0C5 10.5 8 7 12 2z',
  arch: 'M3 21V12a9 9 0 0 1 18 0v9h-5v-9a4 4 0 0 0-8 0v9z',
  arrow: 'M12 2l9 9h-5v11H8V11H3z',
  wave: 'M2 8q5-6 10 0t10 0v8q-5 6-10 0t-10 0z',
  bars: 'M3 4h18v4H3zM3 10h18v4H3zM3 16h18v4H3z',
  dots: 'M7 4a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM17 4a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM12 13a3 3 0 1 1 0 6 3 3 0 0 1 0-6z',
};

/** Beside the two words of a code, which say the same: hidden from assistive technology unless it has a label. */
export function ClientShape({ shape }: { readonly shape: Shape }) {
  return (
    <svg className="client-shape" viewBox="0 0 24 24" aria-hidden="true" data-shape={shape}>
      <path d={PATHS[shape] ?? PATHS.circle} fillRule="evenodd" />
    </svg>
  );
}
