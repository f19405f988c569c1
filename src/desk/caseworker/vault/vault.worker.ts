import { answerSlowWork, type WorkerScope } from './answer-slow-work.ts';

answerSlowWork(globalThis as unknown as WorkerScope);
