import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';

/** Height of a row and of the head in pixels; the same in the style sheet. */
export const ROW_HEIGHT = 28;

/** Only the rows in sight exist: thousands of rows cost no more than a screenful. */
export function useVirtualRows(
  scroller: RefObject<HTMLDivElement | null>,
  count: number,
): Virtualizer<HTMLDivElement, Element> {
  return useVirtualizer<HTMLDivElement, Element>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    scrollPaddingStart: ROW_HEIGHT,
    initialRect: { width: 440, height: 600 },
  });
}
