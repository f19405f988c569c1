import { mapWords } from 'virtual:map-words';
import i18next from 'i18next';
import { useEffect, useRef, useState } from 'react';
import type { Result } from '../../core/result.ts';
import type { MapAnswers, MapOffer, MapPlace, MapWish } from '../../search/map-messages.ts';
import { useDirectory, useGuide, useSession } from '../context.tsx';
import type { AskOptions, DirectoryClient, Problem } from '../directory-client.ts';
import { sayStarted } from '../features/keeping/keeping.ts';
import { type LocalTiles, openTiles } from '../features/map/local-tiles.ts';
import { addStyles } from '../features/map/styles.ts';
import { sizeWords } from '../features/place/size-words.ts';
import { useTranslation } from '../translation.tsx';
import { queryOf, scopeOf } from '../use-answer.ts';
import { MapView } from './map-view.tsx';

addStyles();
// The words of every language are in this file: asking for it tells nobody which is spoken (settled 28).
for (const [language, words] of Object.entries(mapWords)) i18next.addResourceBundle(language, 'map', words);

const WORLD = 'world';
// More pins than anybody can look at; the list has all.
const MOST_PLACES = 2000;

/** In memory while the page is open: on a phone that keeps nothing it is not fetched a second time. */
let held: { readonly sha256: string; readonly tiles: LocalTiles } | null = null;

type Fault = 'none' | 'failed' | 'unreadable';
type Progress = { readonly percent: number };

/** The services of the list that have a public address, on a map that is fetched once she agrees to its size. */
export function MapScreen() {
  const { t } = useTranslation('map');
  const { client } = useGuide();
  const { place } = useSession();
  const { directory } = useDirectory();
  const region = place?.region ?? WORLD;
  const [offer, setOffer] = useState<MapOffer | null>(null);
  const [tiles, setTiles] = useState<LocalTiles | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [leaving] = useState(() => new AbortController());
  const places = usePlaces();

  const get = async ({ sha256 }: MapOffer) => {
    setFault(null);
    setProgress({ percent: 0 });
    const onProgress = ({ received, total }: { received: number; total: number }) =>
      setProgress({ percent: Math.min(100, Math.round((received / total) * 100)) });
    const outcome = await askMap(client, { do: 'file', region }, { signal: leaving.signal, onProgress });
    setProgress(null);
    if (!outcome.ok) return setFault('failed');
    try {
      held = { sha256, tiles: await openTiles(outcome.value) };
    } catch {
      return setFault('unreadable');
    }
    // The service worker keeps the map's script from now on, so that it opens without a network.
    if (client.get().directory?.keeps) sayStarted();
    setTiles(held.tiles);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the screen opens
  useEffect(() => {
    void askMap(client, { do: 'offer', region }).then((outcome) => {
      if (!outcome.ok) return setFault('failed');
      if (!outcome.value) return setFault('none');
      setOffer(outcome.value);
      if (held?.sha256 === outcome.value.sha256) setTiles(held.tiles);
      else if (outcome.value.isHere) void get(outcome.value);
    });
    return () => leaving.abort();
  }, []);

  const mustAsk = offer && !offer.isHere && !tiles && !progress;
  return (
    <>
      <h1 tabIndex={-1}>{t('title')}</h1>
      <p role="status">{fault && t(fault)}</p>
      {mustAsk && (
        <div className="notice">
          <p>{t(directory?.keeps ? 'why' : 'whyMemory')}</p>
          <button type="button" className="button" onClick={() => void get(offer)}>
            {t('get', { size: sizeWords(offer.length) })}
          </button>
        </div>
      )}
      {progress && !offer?.isHere && (
        <progress max={100} value={progress.percent} aria-label={t('getting', progress)} />
      )}
      {tiles && places && <MapView tiles={tiles} places={places} />}
    </>
  );
}

/** One message for all of it: the answer is of the kind that was wished. */
function askMap<Do extends MapWish['do']>(
  client: DirectoryClient,
  wish: Extract<MapWish, { do: Do }>,
  options?: AskOptions,
): Promise<Result<MapAnswers[Do], Problem>> {
  return client.ask({ kind: 'map', wish }, options) as Promise<Result<MapAnswers[Do], Problem>>;
}

/** Where the services of the list are; asked of the worker, and of nobody else. */
function usePlaces(): readonly MapPlace[] | null {
  const { client } = useGuide();
  const { query, place } = useSession();
  const { directory } = useDirectory();
  const [places, setPlaces] = useState<readonly MapPlace[] | null>(null);
  const latest = useRef({ query, place, directory });
  useEffect(() => {
    const { query: asked, place: at, directory: lists } = latest.current;
    const scope = scopeOf(at, lists);
    const moment = { instant: Date.now(), limit: MOST_PLACES };
    const wish = { do: 'places', scope, query: queryOf(asked, at), moment } as const;
    void askMap(client, wish).then((outcome) => setPlaces(outcome.ok ? outcome.value : []));
  }, [client]);
  return places;
}
