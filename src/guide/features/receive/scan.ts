import { fail, type Result, succeed } from '../../../core/result.ts';

/**
 * Why no text was read. `refused`: by her or the browser. `none`: no camera that this page can use. `busy`: another app has
 * it, or it was unplugged. `hidden`: the page went out of sight. `nothing`: a minute without a code. `stopped`: on purpose.
 */
export interface ScanProblem {
  readonly kind: 'refused' | 'none' | 'busy' | 'hidden' | 'nothing' | 'stopped';
}
type Scanned = Result<string, ScanProblem>;

const LOOK_EVERY_MS = 150;
const LONGEST_MS = 60_000;
/** Pixels across of what is looked at: eight for each module of the largest code that the format is meant for. */
const MOST_PIXELS = 720;

interface Scan {
  /** Where she sees what the camera sees. */
  readonly video: HTMLVideoElement;
  readonly textIn: (picture: ImageData) => string | null;
  readonly signal: AbortSignal;
  readonly onStarted: () => void;
}

/**
 * Starts the camera, which the browser may ask about, and looks at its picture until there is a text. Whatever ends it, the
 * camera is off before this settles: on success, on `signal`, out of sight, and on leaving, which takes the picture away.
 */
export async function scan({ video, textIn, signal, onStarted }: Scan): Promise<Scanned> {
  const camera = await openCamera();
  if (!camera.ok) return camera;
  const stop = () => {
    for (const track of camera.value.getTracks()) track.stop();
    video.srcObject = null;
  };
  // She may have left while the browser asked.
  if (signal.aborted || !video.isConnected) {
    stop();
    return fail({ kind: 'stopped' });
  }
  video.srcObject = camera.value;
  // Where a browser does not play it by itself, the time runs out without a code.
  void video.play().catch(() => undefined);
  onStarted();
  return new Promise((resolve) => watch({ video, textIn, signal, stop, camera: camera.value, resolve }));
}

async function openCamera(): Promise<Result<MediaStream, ScanProblem>> {
  // Absent where the page is not on a safe connection.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices?.getUserMedia) return fail({ kind: 'none' });
  try {
    const video = { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } };
    return succeed(await devices.getUserMedia({ video, audio: false }));
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'NotAllowedError' || name === 'SecurityError') return fail({ kind: 'refused' });
    return fail({ kind: name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'none' });
  }
}

interface Watched extends Omit<Scan, 'onStarted'> {
  readonly camera: MediaStream;
  readonly stop: () => void;
  readonly resolve: (outcome: Scanned) => void;
}

function watch({ video, textIn, signal, camera, stop, resolve }: Watched): void {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const ended = new AbortController();
  const end = (outcome: Scanned) => {
    if (ended.signal.aborted) return;
    ended.abort();
    stop();
    clearInterval(looking);
    clearTimeout(longest);
    leaving.disconnect();
    // Lets go of the last picture.
    canvas.width = 0;
    resolve(outcome);
  };
  const endAs = (kind: ScanProblem['kind']) => () => end(fail({ kind }));
  const look = () => {
    const text = context && seen(video, context);
    const found = text && textIn(text);
    if (found) end(succeed(found));
  };
  const looking = setInterval(look, LOOK_EVERY_MS);
  const longest = setTimeout(endAs('nothing'), LONGEST_MS);
  // The way out empties the page and knows nothing of cameras; without a network nothing else would end this one (EX-4).
  const leaving = new MutationObserver(() => video.isConnected || endAs('stopped')());
  leaving.observe(document.body, { childList: true });
  signal.addEventListener('abort', endAs('stopped'), { signal: ended.signal });
  addEventListener('pagehide', endAs('hidden'), { signal: ended.signal });
  document.addEventListener(
    'visibilitychange',
    () => document.visibilityState === 'hidden' && endAs('hidden')(),
    { signal: ended.signal },
  );
  for (const track of camera.getTracks())
    track.addEventListener('ended', endAs('busy'), { signal: ended.signal });
}

/** The middle square of the picture, which is what she sees of it; null while there is none. */
function seen(video: HTMLVideoElement, context: CanvasRenderingContext2D): ImageData | null {
  const { videoWidth, videoHeight } = video;
  const side = Math.min(videoWidth, videoHeight);
  if (side === 0) return null;
  const pixels = Math.min(side, MOST_PIXELS);
  context.canvas.width = pixels;
  context.canvas.height = pixels;
  const [left, top] = [(videoWidth - side) / 2, (videoHeight - side) / 2];
  context.drawImage(video, left, top, side, side, 0, 0, pixels, pixels);
  return context.getImageData(0, 0, pixels, pixels);
}
