import { useDeferredValue, type ReactNode } from 'react';

/**
 * What takes long to draw for the first time: it comes after what is around it and in slices, between which the page
 * answers. Later changes of it are drawn at once.
 */
export function Afterwards({ children }: { children: ReactNode }) {
  return useDeferredValue(true, false) ? children : null;
}
