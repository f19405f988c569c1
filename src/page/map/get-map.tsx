import { sizeWords } from '../size-words.ts';
import { useTranslation } from '../translation.tsx';

interface GetMapProps {
  readonly why: string;
  /** Bytes on the wire. */
  readonly size: number;
  /** Of what has come, once it was asked for; else null. */
  readonly percent: number | null;
  readonly onGet: () => void;
}

/** Says what a map costs before any of it is fetched (NW-8), and then how far it is. */
export function GetMap({ why, size, percent, onGet }: GetMapProps) {
  const { t } = useTranslation('map');
  if (percent !== null) return <progress max={100} value={percent} aria-label={t('getting', { percent })} />;
  return (
    <div className="notice">
      <p>{why}</p>
      <button type="button" className="button" onClick={onGet}>
        {t('get', { size: sizeWords(size) })}
      </button>
    </div>
  );
}
