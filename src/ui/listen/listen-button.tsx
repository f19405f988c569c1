import { useEffect, useRef, useState } from 'react';
import { useOwnVoice } from './use-own-voice.ts';

interface ListenButtonProps {
  readonly text: string;
  /** Of the text. */
  readonly language: string;
  readonly listenLabel: string;
  readonly stopLabel: string;
}

/** Nothing where this device has no voice of its own for the language. */
export function ListenButton({ text, language, listenLabel, stopLabel }: ListenButtonProps) {
  const voice = useOwnVoice(language);
  const [isSpeaking, setSpeaking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!voice || !isSpeaking) return;
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.onend = utterance.onerror = () => setSpeaking(false);
    speechSynthesis.speak(utterance);
    return stopWithPage(button.current);
  }, [voice, isSpeaking, text]);
  if (!voice) return null;
  return (
    <button ref={button} type="button" className="button-quiet" onClick={() => setSpeaking(!isSpeaking)}>
      {isSpeaking ? stopLabel : listenLabel}
    </button>
  );
}

/** Ends the speech with what is returned, and before that as soon as the button or the whole page is out of sight. */
function stopWithPage(button: HTMLElement | null): () => void {
  const stop = () => speechSynthesis.cancel();
  const stopIfGone = () => {
    if (document.hidden || !button?.isConnected) stop();
  };
  // The exit replaces all there is in the body, in one task (ui/exit/leave.ts).
  const watcher = new MutationObserver(stopIfGone);
  watcher.observe(document.body, { childList: true });
  document.addEventListener('visibilitychange', stopIfGone);
  addEventListener('pagehide', stop);
  return () => {
    watcher.disconnect();
    document.removeEventListener('visibilitychange', stopIfGone);
    removeEventListener('pagehide', stop);
    stop();
  };
}
