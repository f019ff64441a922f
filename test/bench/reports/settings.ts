import { cityFolder } from '../support/cities';

export interface Settings {
  readonly parcels: readonly number[];
  readonly sites: readonly number[];
  readonly runs: number;
  readonly seed: number;
  /** Where cities are kept between runs. */
  readonly cities: string;
}

export const KINDS = ['points', 'campuses'] as const;
export type Kind = (typeof KINDS)[number];

export function folderOf({ cities, seed }: Settings, parcels: number, sites: number, kind: Kind): string {
  return cityFolder(cities, { parcels, sites, points: kind === 'points', seed });
}

/** Every combination of site count and kind. */
export function sitings({ sites }: Settings): readonly { count: number; kind: Kind }[] {
  return sites.flatMap((count) => KINDS.map((kind) => ({ count, kind })));
}
