import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { BuildJob, Message, StartJob, Told } from './node-child.ts';
import type { Turn } from './rig.ts';
import type { Order, Station } from './station.ts';

const CHILD = fileURLToPath(new URL('./node-child.ts', import.meta.url));
const MOST_MIB = 6144;

/** Milliseconds to build an engine's file, in a process that nothing else has warmed. */
export async function buildInNode(job: BuildJob): Promise<number> {
  const child = begin();
  try {
    return (await tell(child, { kind: 'build', job })) as number;
  } finally {
    child.kill();
  }
}

/** An engine in a process of its own. */
export async function openInNode(job: StartJob): Promise<Station> {
  const child = begin();
  const order = (name: Order, turn?: Turn) =>
    tell(child, { kind: 'order', order: name, ...(turn && { turn }) });
  const station: Station = {
    install: () => order('install') as Promise<number | null>,
    open: () => order('open') as ReturnType<Station['open']>,
    touch: () => order('touch') as Promise<void>,
    answers: (turn) => order('answers', turn) as Promise<string[]>,
    times: (turn) => order('times', turn) as Promise<number[]>,
    memory: () => order('memory') as Promise<number | null>,
    close: async () => {
      child.kill();
    },
  };
  try {
    await tell(child, { kind: 'start', job });
  } catch (error) {
    child.kill();
    throw error;
  }
  return station;
}

function begin(): ChildProcess {
  return fork(CHILD, {
    execArgv: ['--expose-gc', `--max-old-space-size=${MOST_MIB}`, '--import', import.meta.resolve('tsx')],
    serialization: 'advanced',
  });
}

function tell(child: ChildProcess, message: Message): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('the process ended: too much memory'));
    child.once('exit', ended);
    child.once('message', (told: Told) => {
      child.off('exit', ended);
      if ('problem' in told) reject(new Error(told.problem));
      else resolve(told.value);
    });
    child.send(message);
  });
}
