/** For whom an export is. 内部: everything, as it is. 公开: without what must not be published. */
export type ExportProfile = { readonly kind: 'internal' } | PublicProfile;

export interface PublicProfile {
  readonly kind: 'public';
  /** Coordinates become multiples of this, metres; 0: they stay as they are. */
  readonly roundM: number;
  /** The map approval number 审图号; empty where it is not known yet. */
  readonly approvalNumber: string;
  /** Rules whose zones would tell of what is withheld: `tellingRules`. */
  readonly tellingRules: readonly string[];
}

export const INTERNAL: ExportProfile = { kind: 'internal' };

/** The property that holds the map approval number, in every file; its value before there is one is a line to fill in. */
export const APPROVAL_FIELD = '审图号';
const TO_FILL_IN = '________';

export function approvalNumberOf({ approvalNumber }: PublicProfile): string {
  const number = approvalNumber.trim().replaceAll(/\s+/gu, ' ');
  return number === '' ? TO_FILL_IN : number;
}

/** What must stand in the file itself, as `ExportOptions.remark`. */
export function remarkOf(profile: ExportProfile): { readonly remark?: string } {
  return profile.kind === 'public' ? { remark: `${APPROVAL_FIELD}:${approvalNumberOf(profile)}` } : {};
}

/** What the public profile removes or changes. */
export const REMOVALS = [
  'pipelines',
  'prisons',
  'military',
  'findings-about-withheld',
  'findings-about-power-lines',
  'voltages',
  'internal-values',
  'mentions',
  'coordinate-values',
  'vanished',
  'mended',
] as const;
export type Removal = (typeof REMOVALS)[number];

/** How much of each was removed; absent: nothing. */
export type Removed = Readonly<Partial<Record<Removal, number>>>;

export class RemovalTally {
  private readonly counts: Partial<Record<Removal, number>> = {};

  add(removal: Removal, count = 1): void {
    if (count > 0) this.counts[removal] = (this.counts[removal] ?? 0) + count;
  }

  get removed(): Removed {
    return { ...this.counts };
  }
}
