import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { WebDriverSession } from '../webkit/webdriver.ts';

const driver = createServer();
afterEach(() => {
  driver.closeAllConnections();
  driver.close();
});

it('what a page took with it when it was left for another site is asked again', async () => {
  let asked = 0;
  driver.on('request', ({ url }, response) => {
    if (url?.endsWith('/execute/sync') && ++asked === 1) return;
    response.end(JSON.stringify({ value: url === '/session' ? { sessionId: 'one' } : 'an answer' }));
  });
  await new Promise<void>((resolve) => driver.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(driver.address() as AddressInfo).port}`;
  const session = await WebDriverSession.open({
    address,
    browser: '',
    environment: {},
    stop: async () => undefined,
  });
  expect(await session.execute('return 1')).toBe('an answer');
  expect(asked).toBe(2);
});
