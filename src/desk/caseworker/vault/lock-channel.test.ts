import { afterEach, describe, expect, it, vi } from 'vitest';
import { lockChannel } from './lock-channel.ts';

// Node's BroadcastChannel, the browser's interface; kept so that it can be closed: Node waits for an open one.
const opened: BroadcastChannel[] = [];
const Real = BroadcastChannel;
const keepOpened = () =>
  vi.stubGlobal(
    'BroadcastChannel',
    class extends Real {
      constructor(name: string) {
        super(name);
        opened.push(this);
      }
    },
  );

afterEach(() => {
  vi.unstubAllGlobals();
  for (const channel of opened.splice(0)) channel.close();
});

describe('windows telling each other (C11)', () => {
  it('C11 another window hears of a lock, this one does not hear itself, and other words are no message', async () => {
    keepOpened();
    const [one, other] = [lockChannel(), lockChannel()];
    const heard: string[] = [];
    one.listen((message) => heard.push(`one ${message}`));
    const heardLock = new Promise<void>((resolve) => {
      other.listen((message) => {
        heard.push(`other ${message}`);
        if (message === 'lock') resolve();
      });
    });
    opened[0]?.postMessage('something else');
    one.tell('used');
    one.tell('lock');
    await heardLock;
    expect(heard).toEqual(['other used', 'other lock']);
    expect(opened.map(({ name }) => name)).toEqual(['pages', 'pages']);
  });

  it('C11 a window that stopped listening hears nothing', async () => {
    keepOpened();
    const [one, other, third] = [lockChannel(), lockChannel(), lockChannel()];
    const heard: string[] = [];
    other.listen((message) => heard.push(message))();
    const arrived = new Promise<void>((resolve) => third.listen(() => resolve()));
    one.tell('lock');
    await arrived;
    expect(heard).toEqual([]);
  });

  it('C11 without BroadcastChannel nothing breaks', () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    const channel = lockChannel();
    channel.tell('lock');
    channel.listen(() => {})();
  });
});
