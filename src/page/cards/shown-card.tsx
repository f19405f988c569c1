import { useRef } from 'react';
import { ListenButton } from '../../ui/listen/listen-button.tsx';
import { Sheet } from '../../ui/sheet/sheet.tsx';
import { useTranslation } from '../translation.tsx';
import { directionOf } from '../words.ts';
import { type Card, sentenceOf } from './card.ts';
import { useFittingWords } from './fit-words.ts';

interface ShownCardProps {
  readonly card: Card;
  /** Of whoever reads the screen, and of whoever holds it. */
  readonly local: string;
  readonly own: string;
  readonly exit: { readonly href: string; readonly label: string };
  readonly onClose: () => void;
}

/** One sentence over the whole screen, with what it says below it in the language of whoever shows it. */
export function ShownCard({ card, local, own, exit, onClose }: ShownCardProps) {
  const { t } = useTranslation('cards');
  const { t: common } = useTranslation('common');
  const words = useRef<HTMLSpanElement>(null);
  useFittingWords(words);
  const sentence = sentenceOf(card, local);
  return (
    <Sheet
      isWhole
      closeLabel={common('close')}
      exit={exit}
      onClose={onClose}
      title={
        <span ref={words} className="card-words" lang={local} dir={directionOf(local)}>
          {sentence}
        </span>
      }
    >
      {own !== local && (
        <p className="card-own" lang={own} dir={directionOf(own)}>
          {sentenceOf(card, own)}
        </p>
      )}
      <ListenButton text={sentence} language={local} listenLabel={t('listen')} stopLabel={t('stop')} />
    </Sheet>
  );
}
