import { namedMaps } from 'virtual:named-maps';
import { useMemo, useState } from 'react';
import type { AreaCoverage } from '../../../../core/edits/area-coverage.ts';
import { succeed } from '../../../../core/result.ts';
import { GetMap } from '../../../../page/map/get-map.tsx';
import { MapFrame } from '../../../../page/map/map-frame.tsx';
import { prepareMap } from '../../../../page/map/prepare-map.ts';
import { useMapFile } from '../../../../page/map/use-map-file.ts';
import { useTranslation } from '../../../../page/translation.tsx';
import { isMapHere, readWholeMap } from '../../../../store/whole-map-file.ts';
import { useStaffDesk, useWorkspace } from '../../desk-context.tsx';
import { type AreaPin, areaPinsOf, mapOf } from './area-pins.ts';

prepareMap();

interface AreaMapProps {
  readonly areas: readonly AreaCoverage[];
  readonly onChoose: (area: string | null) => void;
}

/** Areas that have a public place, each where its public places are, on a map of this server's that asks nobody anything. */
export function AreaMap({ areas, onChoose }: AreaMapProps) {
  const { t } = useTranslation('vol-coverage');
  const { t: map } = useTranslation('map');
  const { language, theme } = useWorkspace();
  const { directory } = useStaffDesk();
  const [said, setSaid] = useState('');
  const [named] = useState(() => mapOf(namedMaps, [...directory.values()]));
  const { offer, tiles, percent, fault, get } = useMapFile({
    offer: async () => succeed(named && { ...named, isHere: await isMapHere(named) }),
    file: async (fetching) => {
      if (!named) throw new Error('desk: a map that was not offered');
      return readWholeMap(named, { keeps: () => true, named: () => namedMaps, fetching });
    },
    keeps: () => true,
  });
  const pins = useMemo(() => areaPinsOf(areas), [areas]);
  const words = useMemo(
    () => ({
      one: ({ area, confirmed, all }: AreaPin) => t('areas.pin', { area, confirmed, all }),
      many: (count: number) => t('areas.many', { count }),
      mark: ({ confirmed, all }: AreaPin) => t('cell', { confirmed, all }),
    }),
    [t],
  );
  const choose = ([first = -1]: readonly number[]) => {
    const pin = pins[first];
    if (!pin) return;
    setSaid(words.one(pin));
    onChoose(pin.area);
  };
  return (
    <>
      <p role="status">{fault ? t(`areas.${fault}`) : said}</p>
      {offer && !offer.isHere && !tiles && (
        <GetMap why={map('why')} size={offer.length} percent={percent} onGet={() => void get(offer)} />
      )}
      {tiles && (
        <>
          <p className="quiet">{t('areas.onMap', { on: pins.length, all: areas.length })}</p>
          <MapFrame
            tiles={tiles}
            places={pins}
            words={words}
            language={language}
            theme={theme}
            onChoose={choose}
          />
        </>
      )}
    </>
  );
}
