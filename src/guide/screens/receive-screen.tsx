import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../page/translation.tsx';
import { useGuide } from '../context.tsx';
import { fetchScanner } from '../features/receive/fetch-scanner.ts';
import { type ReceiveProblem, receiveList } from '../features/receive/receive-list.ts';
import { type ScanProblem, scan } from '../features/receive/scan.ts';

type Problem = ScanProblem['kind'] | ReceiveProblem['kind'];

/** Reads a list off somebody else's screen. The camera starts by a tap that says so, never before, and here alone (S15). */
export function ReceiveScreen() {
  const { t } = useTranslation('receive');
  const { session, client } = useGuide();
  const video = useRef<HTMLVideoElement>(null);
  const running = useRef<AbortController | null>(null);
  const [phase, setPhase] = useState<'off' | 'starting' | 'on'>('off');
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async () => {
    const run = new AbortController();
    running.current = run;
    setProblem(null);
    setPhase('starting');
    const failed = await receive(run.signal);
    if (run.signal.aborted) return;
    setPhase('off');
    setProblem(failed);
  };
  /** The problem, or null once the list is shown. */
  const receive = async (signal: AbortSignal): Promise<Problem | null> => {
    const picture = video.current;
    const scanner = await fetchScanner().catch(() => null);
    if (!scanner || !picture) return 'unreadable';
    const { textIn } = scanner;
    const scanned = await scan({ video: picture, textIn, signal, onStarted: () => setPhase('on') });
    if (!scanned.ok) return scanned.problem.kind;
    const received = await receiveList(scanned.value, client, Date.now());
    if (!received.ok) return received.problem.kind;
    // In the place of this screen: Back leads to what was saved, not to a camera.
    const before = session.get().screens.slice(0, -1);
    if (!signal.aborted) session.set({ screens: [...before, { name: 'received', list: received.value }] });
    return null;
  };
  const stop = () => {
    running.current?.abort();
    setPhase('off');
  };
  return (
    <>
      <h1 tabIndex={-1}>{t('title')}</h1>
      {phase === 'off' && (
        <>
          <p>{t('what')}</p>
          <ul>
            <li>{t('camera')}</li>
            <li>{t('stays')}</li>
            <li>{t('browser')}</li>
          </ul>
        </>
      )}
      <div className="camera" hidden={phase === 'off'}>
        <p>{t(phase === 'on' ? 'aim' : 'starting')}</p>
        <video ref={video} className="camera-picture" aria-label={t('picture')} muted playsInline />
      </div>
      <div role="status">{problem && problem !== 'stopped' && <ProblemNote problem={problem} />}</div>
      <button type="button" className="button wide" onClick={phase === 'off' ? () => void start() : stop}>
        {t(phase === 'off' ? (problem ? 'again' : 'start') : 'stop')}
      </button>
      <p className="quiet">{t('paper')}</p>
    </>
  );
}

/** What went wrong, and what to do next. */
function ProblemNote({ problem }: { readonly problem: Exclude<Problem, 'stopped'> }) {
  const { t } = useTranslation('receive');
  const { session } = useGuide();
  return (
    <div className="notice">
      <p>{t(`problem.${problem}`)}</p>
      {problem === 'other-list' && (
        <button type="button" className="button-quiet" onClick={() => session.open({ name: 'place' })}>
          {t('getList')}
        </button>
      )}
    </div>
  );
}
