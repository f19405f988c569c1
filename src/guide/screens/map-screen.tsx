import { useEffect, useRef, useState } from 'react';
import type { Result } from '../../core/result.ts';
import type { AskOptions, DirectoryClient, Problem } from '../../page/directory-client.ts';
import { GetMap } from '../../page/map/get-map.tsx';
import { prepareMap } from '../../page/map/prepare-map.ts';
import { useMapFile } from '../../page/map/use-map-file.ts';
import { useTranslation } from '../../page/translation.tsx';
import type { MapAnswers, MapPlace, MapWish } from '../../search/map-messages.ts';
import { useDirectory, useGuide, useSession } from '../context.tsx';
import { queryOf, scopeOf } from '../use-answer.ts';
import { MapView } from './map-view.tsx';

prepareMap();

const WORLD = 'world';
// More pins than anybody can look at; the list has all.
const MOST_PLACES = 2000;

/** The services of the list that have a public address, on a map that is fetched once she agrees to its size. */
export function MapScreen() {
  const { t } = useTranslation('map');
  const { client } = useGuide();
  const { place } = useSession();
  const { directory } = useDirectory();
  const region = place?.region ?? WORLD;
  const places = usePlaces();
  const { offer, tiles, percent, fault, get } = useMapFile({
    offer: () => askMap(client, { do: 'offer', region }),
    file: (options) => askMap(client, { do: 'file', region }, options),
    keeps: () => client.get().directory?.keeps ?? false,
  });
  return (
    <>
      <h1 tabIndex={-1}>{t('title')}</h1>
      <p role="status">{fault && t(`problem.${fault}`)}</p>
      {offer && !offer.isHere && !tiles && (
        <GetMap
          why={t(directory?.keeps ? 'why' : 'whyMemory')}
          size={offer.length}
          percent={percent}
          onGet={() => void get(offer)}
        />
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
