import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Hit } from '../../../search/query.ts';

const GROUP = 10;
/** Up to here the list is plain, so that the browser's own search finds every card. */
const MOST_PLAIN = 100;
const NEAR = '1000px 0px';

interface CardGroupsProps {
  readonly hits: readonly Hit[];
  readonly renderCard: (hit: Hit) => ReactNode;
}

/**
 * A list of cards, in groups. In a long one, groups far from the screen are only as tall as they were: thousands of
 * elements fewer are taken off when somebody leaves, on a slow phone the difference between a blink and a second (EX-4).
 */
export function CardGroups({ hits, renderCard }: CardGroupsProps) {
  const starts = Array.from({ length: Math.ceil(hits.length / GROUP) }, (_, group) => group * GROUP);
  return starts.map((start) => (
    <CardGroup key={start} canRest={hits.length > MOST_PLAIN}>
      {() => hits.slice(start, start + GROUP).map(renderCard)}
    </CardGroup>
  ));
}

interface CardGroupProps {
  readonly canRest: boolean;
  readonly children: () => ReactNode;
}

function CardGroup({ canRest, children }: CardGroupProps) {
  const element = useRef<HTMLDivElement>(null);
  /** Of a group at rest, in pixels. */
  const [height, setHeight] = useState<number | null>(null);
  useEffect(() => {
    const group = element.current;
    if (!group || !canRest) return setHeight(null);
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry || entry.isIntersecting) setHeight(null);
        // Taking off what has the focus would lose it.
        else if (!group.contains(document.activeElement)) setHeight(entry.boundingClientRect.height);
      },
      { rootMargin: NEAR },
    );
    observer.observe(group);
    return () => observer.disconnect();
  }, [canRest]);
  return (
    <div ref={element} className="cards" style={height === null ? undefined : { blockSize: height }}>
      {height === null && children()}
    </div>
  );
}
