import { type RefObject, useEffect } from 'react';

const LEAST_PX = 22;
const MOST_PX = 160;

/**
 * As large as its frame allows, none of it cut and no word broken; again whenever the frame or the words change their size.
 * Where even the least does not fit, the frame scrolls.
 */
export function useFittingWords(words: RefObject<HTMLElement | null>): void {
  // Not in the effect before drawing: the sheet around the words is opened in a later one, and has no size till then.
  useEffect(() => {
    const element = words.current;
    const frame = element?.parentElement;
    if (!element || !frame) return;
    const grow = () => fitInto(element, frame);
    grow();
    // In the next frame: a change of size while sizes are told is an error of its own.
    const watcher = new ResizeObserver(() => requestAnimationFrame(grow));
    watcher.observe(frame);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [words]);
}

function fitInto(element: HTMLElement, frame: HTMLElement): void {
  let [least, most] = [LEAST_PX, MOST_PX];
  while (least < most) {
    const size = Math.ceil((least + most) / 2);
    element.style.fontSize = `${size}px`;
    // Of the frame, not of the words: some letters reach over their own line.
    const isWhole = frame.scrollHeight <= frame.clientHeight && element.scrollWidth <= frame.clientWidth;
    if (isWhole) least = size;
    else most = size - 1;
  }
  element.style.fontSize = `${least}px`;
}
