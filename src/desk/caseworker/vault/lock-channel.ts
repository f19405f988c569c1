/** `lock`: the vault was locked in one window and is to be in all. `used`: somebody is working in one of them. */
export type LockMessage = 'lock' | 'used';

/** Windows of one app telling each other. A window does not hear itself. */
export interface LockChannel {
  tell(message: LockMessage): void;
  listen(onMessage: (message: LockMessage) => void): () => void;
}

const NAME = 'pages';

/** Without BroadcastChannel every window locks for itself, by its own idle time. */
export function lockChannel(): LockChannel {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => {}, listen: () => () => {} };
  const channel = new BroadcastChannel(NAME);
  return {
    tell: (message) => channel.postMessage(message),
    listen: (onMessage) => {
      const hear = ({ data }: MessageEvent<unknown>) => {
        if (data === 'lock' || data === 'used') onMessage(data);
      };
      channel.addEventListener('message', hear);
      return () => channel.removeEventListener('message', hear);
    },
  };
}
