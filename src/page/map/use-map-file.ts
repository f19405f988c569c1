import { useEffect, useState } from 'react';
import type { Result } from '../../core/result.ts';
import type { MapOffer } from '../../search/map-messages.ts';
import type { AskOptions } from '../directory-client.ts';
import { sayStarted } from '../shell-worker.ts';
import { type LocalTiles, openTiles } from './local-tiles.ts';

/** Where an app has its maps from. */
export interface MapSource {
  /** Asks nobody; null where there is no map. */
  readonly offer: () => Promise<Result<MapOffer | null, unknown>>;
  /** Whole, and as it was promised. */
  readonly file: (options: Required<AskOptions>) => Promise<Result<Uint8Array, unknown>>;
  /** Whether what is fetched stays on the device. */
  readonly keeps: () => boolean;
}

type Fault = 'none' | 'failed' | 'unreadable';

interface MapFile {
  readonly offer: MapOffer | null;
  readonly tiles: LocalTiles | null;
  /** While it comes. */
  readonly percent: number | null;
  readonly fault: Fault | null;
  readonly get: (offer: MapOffer) => Promise<void>;
}

/** In memory while the page is open: on a phone that keeps nothing it is not fetched a second time. */
let held: { readonly sha256: string; readonly tiles: LocalTiles } | null = null;

/** A map that is fetched once its size was agreed to, and opened at once where it is here already (NW-8). */
export function useMapFile({ offer: ask, file, keeps }: MapSource): MapFile {
  const [offer, setOffer] = useState<MapOffer | null>(null);
  const [tiles, setTiles] = useState<LocalTiles | null>(null);
  const [percent, setPercent] = useState<number | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [leaving] = useState(() => new AbortController());

  const get = async ({ sha256 }: MapOffer) => {
    setFault(null);
    setPercent(0);
    const onProgress = ({ received, total }: { received: number; total: number }) =>
      setPercent(Math.min(100, Math.round((received / total) * 100)));
    const outcome = await file({ signal: leaving.signal, onProgress });
    setPercent(null);
    if (!outcome.ok) return setFault('failed');
    try {
      held = { sha256, tiles: await openTiles(outcome.value) };
    } catch {
      return setFault('unreadable');
    }
    // The service worker keeps the map's script from now on, so that it opens without a network.
    if (keeps()) sayStarted();
    setTiles(held.tiles);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the map opens
  useEffect(() => {
    void ask().then((outcome) => {
      if (!outcome.ok) return setFault('failed');
      if (!outcome.value) return setFault('none');
      setOffer(outcome.value);
      if (held?.sha256 === outcome.value.sha256) setTiles(held.tiles);
      else if (outcome.value.isHere) void get(outcome.value);
    });
    return () => leaving.abort();
  }, []);

  return { offer, tiles, percent, fault, get };
}
