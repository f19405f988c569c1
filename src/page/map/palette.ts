/** The colours of the map, which the style sheet names by theme. */
export interface Palette {
  readonly sea: string;
  readonly land: string;
  readonly green: string;
  readonly road: string;
  readonly edge: string;
  readonly border: string;
  readonly text: string;
  readonly halo: string;
}

export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(`--map-${name}`).trim();
  return {
    sea: colour('sea'),
    land: colour('land'),
    green: colour('green'),
    road: colour('road'),
    edge: colour('edge'),
    border: colour('border'),
    text: colour('text'),
    halo: colour('halo'),
  };
}
