import type { KeyboardEvent, PointerEvent } from 'react';
import { useText } from '../shared/use-text';
import classes from './shell.module.css';

const STEP = 24;

interface ResizerProps {
  width: number;
  min: number;
  max: number;
  controls: string;
  onResize: (width: number) => void;
}

/** The edge of the left panel: dragged, or moved with the arrow keys. */
export function Resizer({ width, min, max, controls, onResize }: ResizerProps) {
  const { t } = useText();
  const resize = (to: number) => onResize(Math.min(max, Math.max(min, Math.round(to))));
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) resize(event.clientX);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowLeft: width - STEP, ArrowRight: width + STEP, Home: min, End: max }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    resize(to);
  };
  return (
    <div
      className={classes.resizer}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('shell.resize')}
      aria-controls={controls}
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  );
}
