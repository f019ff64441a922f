import { createContext, use, type ReactNode } from 'react';
import type { Rule, RuleExample, RulePack, Severity } from '../../domain/rule';

/** What a rule made of one of its own examples. */
export interface ExampleOutcome {
  readonly index: number;
  readonly expect: RuleExample['expect'];
  readonly got: RuleExample['expect'];
}

/** A position in the official grid, CGCS2000 3° Gauss-Krüger, in metres. `epsg` is null where EPSG has no code. */
export interface GridValue {
  readonly epsg: number | null;
  readonly centralMeridian: number;
  readonly northM: number;
  readonly eastM: number;
}

/** The map's colours that the legend explains. */
export interface LegendPalette {
  readonly stage: Readonly<Record<string, string>>;
  readonly reservation: string;
  readonly mark: Readonly<Record<Severity | 'marginal', string>>;
  readonly overlap: string;
  readonly districtLine: string;
  readonly landUse: Readonly<Record<string, string>>;
  readonly facility: { readonly grave: string; readonly plain: string };
  readonly rail: string;
  readonly power: string;
  readonly pipeline: string;
}

/** A rule pack that ships with the tool; `source` is `builtin:<pack id>`. */
export interface ShippedPack {
  readonly source: string;
  readonly pack: RulePack;
}

/** What the panels need of geometry, engine and map, which they do not import. */
export interface Services {
  /** Has the engine decide a rule's own examples. */
  readonly runExamples: (rule: Rule) => Promise<readonly ExampleOutcome[]>;
  readonly toGrid: (lon: number, lat: number) => GridValue;
  /** Degrees of a grid value; an easting of eight digits names its zone. Null where the zone cannot be known. */
  readonly fromGrid: (
    northM: number,
    eastM: number,
    centralMeridian?: number,
  ) => { readonly lon: number; readonly lat: number } | null;
  /** Rule packs that ship with the tool, for adding to a project; fetched when they are asked for. */
  readonly shippedPacks: () => Promise<readonly ShippedPack[]>;
  readonly palettes: Readonly<Record<'light' | 'dark', LegendPalette>>;
}

const ServicesContext = createContext<Services | null>(null);

export function ServicesProvider({ services, children }: { services: Services; children: ReactNode }) {
  return <ServicesContext value={services}>{children}</ServicesContext>;
}

export function useServices(): Services {
  const services = use(ServicesContext);
  if (!services) throw new Error('useServices is used outside AppShell');
  return services;
}
