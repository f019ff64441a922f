import { useComputedColorScheme } from '@mantine/core';
import { SEVERITIES } from '../../../domain/rule';
import { useServices, type LegendPalette } from '../../shared/services';
import { useText } from '../../shared/use-text';
import classes from './layers.module.css';

interface Entry {
  /** Code of its words. */
  readonly code: string;
  readonly color: string;
  readonly shape: 'fill' | 'line' | 'dashed';
}

const LEGEND_STAGES = ['kindergarten', 'primary', 'junior', 'nine-year'];

function entriesOf(palette: LegendPalette): Entry[] {
  const fill = (code: string, color: string): Entry => ({ code, color, shape: 'fill' });
  const line = (code: string, color: string): Entry => ({ code, color, shape: 'line' });
  return [
    ...LEGEND_STAGES.map((stage) => fill(`stage.${stage}`, palette.stage[stage] ?? '')),
    fill('layer.reservations', palette.reservation),
    ...SEVERITIES.map((severity): Entry => ({
      code: `legend.${severity}`,
      color: palette.mark[severity],
      shape: severity === 'study' || severity === 'notice' ? 'dashed' : 'line',
    })),
    { code: 'legend.marginal', color: palette.mark.marginal, shape: 'dashed' },
    fill('field.overlap', palette.overlap),
    { code: 'layer.districts', color: palette.districtLine, shape: 'dashed' },
    fill('legend.facility.grave', palette.facility.grave),
    fill('legend.facility.plain', palette.facility.plain),
    line('layer.railways', palette.rail),
    line('layer.powerlines', palette.power),
    line('layer.pipelines', palette.pipeline),
    ...Object.entries(palette.landUse).map(([group, color]) => fill(`land-use.${group}`, color)),
  ];
}

/** What the colours of the map mean. */
export function Legend() {
  const { t } = useText();
  const { palettes } = useServices();
  const scheme = useComputedColorScheme('light');
  return (
    <div className={classes.legend}>
      {entriesOf(palettes[scheme]).map(({ code, color, shape }) => (
        <div key={code} className={classes.legendItem}>
          <svg className={classes.swatch} aria-hidden="true" viewBox="0 0 20 14">
            {shape === 'fill' ? (
              <rect
                x="1"
                y="1"
                width="18"
                height="12"
                fill={color}
                stroke="currentColor"
                strokeOpacity="0.35"
              />
            ) : (
              <line
                x1="0"
                y1="7"
                x2="20"
                y2="7"
                stroke={color}
                strokeWidth="3"
                strokeDasharray={shape === 'dashed' ? '5 3' : undefined}
              />
            )}
          </svg>
          {t(code)}
        </div>
      ))}
    </div>
  );
}
