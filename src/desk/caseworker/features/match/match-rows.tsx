import { useRef, useState } from 'react';
import {
  Button,
  GridList,
  GridListItem,
  ListLayout,
  type Selection,
  Virtualizer,
} from 'react-aria-components';
import { useTranslation } from '../../../../page/translation.tsx';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import { Check } from '../../../shared/check-group.tsx';
import { useDesk, useWorkspace } from '../../desk-context.tsx';
import { rangeBetween } from '../../domain/choose-range.ts';
import type { MatchRow } from '../../domain/match.ts';
import { Reasons } from './reason-words.tsx';
import { RegionName } from './region-name.tsx';
import { ShortlistButton } from './shortlist-button.tsx';
import { Space } from './space.tsx';
import type { Matched } from './use-match.ts';

/** Only long lists are drawn in part: in a short one the browser's own find works. */
const VIRTUAL_FROM = 100;
const ROW_HEIGHT = 150;

export interface RowsProps extends Pick<Matched, 'instant' | 'regionOf'> {
  readonly rows: readonly MatchRow[];
  readonly label: string;
}

/** Services with their reasons. Some are chosen one by one, or many at once with Shift (C13). */
export function Rows({ rows, label, instant, regionOf }: RowsProps) {
  const { workspace } = useDesk();
  const { keys, choose, watchShift } = useChosen(rows.map(({ id }) => id));
  if (rows.length === 0) return null;
  const isLong = rows.length > VIRTUAL_FROM;
  const list = (
    <GridList
      className={isLong ? 'rows rows-long' : 'rows'}
      aria-label={label}
      items={rows}
      selectionMode="multiple"
      selectedKeys={keys}
      onSelectionChange={choose}
      onAction={(id) => workspace.set({ opened: String(id) })}
    >
      {(row) => <Row row={row} instant={instant} region={regionOf.get(row.id) ?? null} />}
    </GridList>
  );
  return (
    <div {...watchShift}>
      {isLong ? (
        <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowHeight: ROW_HEIGHT }}>
          {list}
        </Virtualizer>
      ) : (
        list
      )}
    </div>
  );
}

/**
 * What is chosen of these rows. The library makes ranges with Shift and the arrow keys, as long as it is handed back its
 * own set, which knows where one began; with Shift on a tick box it does not, so that is made here.
 */
function useChosen(ids: readonly string[]) {
  const { workspace } = useDesk();
  const { chosen } = useWorkspace();
  const [last, setLast] = useState<Selection>(new Set<string>());
  const from = useRef<string | null>(null);
  const isShiftHeld = useRef(false);
  const here = new Set(ids);
  const mine = chosen.filter((id) => here.has(id));
  const isLast = last !== 'all' && last.size === mine.length && mine.every((id) => last.has(id));
  const choose = (keys: Selection) => {
    const now = keys === 'all' ? ids : [...keys].map(String);
    const added = now.filter((id) => !mine.includes(id));
    const [one] = added;
    const range =
      isShiftHeld.current && added.length === 1 && one !== undefined && from.current !== null
        ? rangeBetween(ids, from.current, one)
        : [];
    if (!isShiftHeld.current) from.current = one ?? null;
    setLast(keys);
    // In the order in which they were chosen.
    const kept = chosen.filter((id) => !here.has(id) || now.includes(id));
    workspace.set({ chosen: [...new Set([...kept, ...range, ...added])] });
  };
  const note = ({ shiftKey }: { readonly shiftKey: boolean }) => {
    isShiftHeld.current = shiftKey;
  };
  return {
    keys: isLast ? last : new Set(mine),
    choose,
    watchShift: { onPointerDownCapture: note, onKeyDownCapture: note },
  };
}

interface RowProps {
  readonly row: MatchRow;
  readonly instant: number;
  readonly region: string | null;
}

function Row({ row, instant, region }: RowProps) {
  const { t } = useTranslation('desk-match');
  const { workspace } = useDesk();
  const { listing, hit, reasons, group } = row;
  const { name } = listing;
  return (
    <GridListItem id={row.id} textValue={name} className={`row row-${group}`}>
      <Check slot="selection" label={t('choose')} fullLabel={t('chooseNamed', { name })} />
      <div className="row-words">
        <Space hit={hit} instant={instant} />
        {/* A press anywhere in a row chooses it once another is chosen: this one opens it always. */}
        <Button className="row-name" onPress={() => workspace.set({ opened: row.id })}>
          <ForeignText language={listing.text_language}>{name}</ForeignText>
        </Button>
        <p className="quiet">
          <RegionName region={region} />
          <ForeignText language={listing.text_language}>{hit.summary}</ForeignText>
        </p>
        <Reasons reasons={reasons} />
        <ShortlistButton id={row.id} name={name} />
      </div>
    </GridListItem>
  );
}
