import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { change } from '../../src/server/database/change.ts';
import { DATABASES, openDesk, type TestDesk } from './harness.ts';

const MANY = 6;

describe.each(DATABASES)('on $kind', (kind) => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await openDesk(kind, { isNew: true });
  });
  afterAll(() => desk.close());

  test('V8 of several changes that stand in line, the first is answered before the last is made', async () => {
    // What is answered goes out, and what others ask comes in, when the process turns to them: that is counted here.
    let turns = 0;
    let isOver = false;
    const turn = () => {
      turns += 1;
      if (!isOver) setImmediate(turn);
    };
    setImmediate(turn);
    const endedAt = await Promise.all(
      Array.from({ length: MANY }, async (_, place) => {
        await change(desk.db, desk.clock.now(), ({ say }) =>
          say({ actor: 'somebody', action: 'task.done', object: `task ${place}` }),
        );
        return turns;
      }),
    );
    isOver = true;
    expect(new Set(endedAt).size).toBe(MANY);
  });
});
