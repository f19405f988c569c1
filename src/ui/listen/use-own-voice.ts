import { useEffect, useState } from 'react';

/** A voice that speaks on this device alone; null where there is none for the language, or no speech at all. */
export function useOwnVoice(language: string): SpeechSynthesisVoice | null {
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null>(null);
  useEffect(() => {
    if (!('speechSynthesis' in globalThis)) return;
    const look = () => setVoice(ownVoice(speechSynthesis.getVoices(), language));
    look();
    // Some browsers know their voices only a while later.
    speechSynthesis.addEventListener?.('voiceschanged', look);
    return () => speechSynthesis.removeEventListener?.('voiceschanged', look);
  }, [language]);
  return voice;
}

function ownVoice(voices: readonly SpeechSynthesisVoice[], language: string): SpeechSynthesisVoice | null {
  // Some write "en_GB".
  const isOfLanguage = ({ lang }: SpeechSynthesisVoice) => lang.split(/[-_]/)[0]?.toLowerCase() === language;
  return voices.find((one) => one.localService && isOfLanguage(one)) ?? null;
}
