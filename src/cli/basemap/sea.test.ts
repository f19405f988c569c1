import { describe, expect, it } from 'vitest';
import { joinLines, seaOf } from './sea.ts';

const BOX = [0, 0, 10, 10] as const;

/** Area of the first ring. */
function area([ring = []]: readonly (readonly number[])[][]): number {
  return (
    Math.abs(
      ring.reduce((sum, [x1 = 0, y1 = 0], index) => {
        const [x2 = 0, y2 = 0] = ring[(index + 1) % ring.length] ?? [];
        return sum + x1 * y2 - x2 * y1;
      }, 0),
    ) / 2
  );
}

describe('the sea of an extract', () => {
  it('lies on the right of the coast, whichever way that runs', () => {
    const eastwards = [
      [-1, 4],
      [5, 4],
      [11, 4],
    ];
    expect(seaOf([eastwards], BOX)?.map(area)).toEqual([40]);
    expect(seaOf([[...eastwards].reverse()], BOX)?.map(area)).toEqual([60]);
  });

  it('is cut out by the islands in it', () => {
    const coast = [
      [-1, 4],
      [11, 4],
    ];
    const island = [
      [2, 1],
      [4, 1],
      [4, 3],
      [2, 3],
      [2, 1],
    ];
    const inland = island.map(([x = 0, y = 0]) => [x, y + 5]);
    const [sea] = seaOf([coast, island, inland], BOX) ?? [];
    expect(sea).toHaveLength(2);
    expect(sea?.[1]).toEqual(island);
  });

  it('may be two seas', () => {
    const south = [
      [-1, 2],
      [11, 2],
    ];
    const north = [
      [11, 8],
      [-1, 8],
    ];
    expect(seaOf([south, north], BOX)?.map(area)).toEqual([20, 20]);
  });

  it('is unknown where the coast ends inside of the box', () => {
    expect(
      seaOf(
        [
          [
            [-1, 4],
            [5, 4],
          ],
        ],
        BOX,
      ),
    ).toBeNull();
  });

  it('is made of ways that follow one another', () => {
    const chains = joinLines([
      [
        [5, 4],
        [11, 4],
      ],
      [
        [-1, 4],
        [5, 4],
      ],
    ]);
    expect(chains).toEqual([
      [
        [-1, 4],
        [5, 4],
        [11, 4],
      ],
    ]);
  });
});
