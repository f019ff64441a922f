import type { Severity } from '../rule';

export type ThemeName = 'light' | 'dark';

/** Groups of land use that the map tells apart; codes of every scheme fall into one of them. */
export type LandUseGroup =
  | 'farm'
  | 'residential'
  | 'education'
  | 'public'
  | 'commercial'
  | 'industrial'
  | 'storage'
  | 'transport'
  | 'utility'
  | 'green'
  | 'special'
  | 'reserve'
  | 'water'
  | 'other';

/** A conflict that is only nearly one has a mark of its own. */
export type ConflictMark = Severity | 'marginal';

export interface Palette {
  readonly ground: string;
  readonly district: string;
  readonly districtLine: string;
  readonly water: string;
  readonly waterLine: string;
  readonly residential: string;
  readonly parcelLine: string;
  /** Outline of parcels that somebody proposes to develop. */
  readonly proposal: string;
  readonly landUse: Readonly<Record<LandUseGroup, string>>;
  readonly road: {
    readonly major: string;
    readonly minor: string;
    readonly casing: string;
    readonly bridge: string;
  };
  readonly rail: string;
  readonly power: string;
  readonly pipeline: string;
  readonly facility: { readonly grave: string; readonly plain: string; readonly letter: string };
  readonly control: Readonly<Record<string, string>>;
  readonly reservation: string;
  readonly stage: Readonly<Record<string, string>> & { readonly other: string };
  readonly badge: string;
  readonly mark: Readonly<Record<ConflictMark, string>>;
  readonly markCasing: string;
  readonly selected: string;
  readonly hovered: string;
  readonly overlap: string;
  /** Measured distances. */
  readonly dimension: string;
  /** Terra Draw takes hexadecimal colours only. */
  readonly sketch: `#${string}`;
  readonly sketchVertex: `#${string}`;
  readonly text: string;
  readonly textQuiet: string;
  readonly textWater: string;
  readonly halo: string;
}

/**
 * Quiet planning-map colours after the habit of Chinese plan drawings (housing yellow, public service pink,
 * commerce red, industry brown, storage violet, green green), paled so that sites and conflicts stand out. The
 * conflict marks are told apart without red and green (after Okabe and Ito's set), and by width and dash as well.
 */
const LIGHT: Palette = {
  ground: '#eeece6',
  district: '#f7f5f0',
  districtLine: '#7a6f8f',
  water: '#bcd6e6',
  waterLine: '#8fb3cb',
  residential: '#f3e9c8',
  parcelLine: '#b9b2a4',
  proposal: '#6b5a3a',
  landUse: {
    farm: '#eaeed7',
    residential: '#f6ecc4',
    education: '#f3c9d2',
    public: '#f4dadb',
    commercial: '#f0cdbf',
    industrial: '#ddcdbb',
    storage: '#d9d0e6',
    transport: '#e0dfdc',
    utility: '#cfdce4',
    green: '#d5e5c8',
    special: '#d5d8c6',
    reserve: '#f1efea',
    water: '#bcd6e6',
    other: '#ebe8e1',
  },
  road: { major: '#ffffff', minor: '#fcfbf9', casing: '#a9a397', bridge: '#5d5a55' },
  rail: '#5b5b61',
  power: '#8a5a2b',
  pipeline: '#5d6f2a',
  facility: { grave: '#7c2d12', plain: '#4b5563', letter: '#ffffff' },
  control: {
    red: '#b3322b',
    yellow: '#a67c00',
    green: '#3d7a35',
    blue: '#2b6cb0',
    purple: '#6b3fa0',
    education: '#a3305f',
    other: '#666666',
  },
  reservation: '#8a2f6b',
  stage: {
    kindergarten: '#a8437f',
    primary: '#1f63a8',
    junior: '#14705a',
    'nine-year': '#6744a8',
    other: '#4a5568',
  },
  badge: '#ffffff',
  mark: {
    prohibit: '#c0260f',
    restrict: '#d07a00',
    study: '#0b62a8',
    notice: '#3f5f5a',
    marginal: '#6b3fa0',
  },
  markCasing: '#ffffff',
  selected: '#0a3d91',
  hovered: '#2b7fd6',
  overlap: '#c0260f',
  dimension: '#8a1580',
  sketch: '#0a58ca',
  sketchVertex: '#ffffff',
  text: '#23262b',
  textQuiet: '#6a655c',
  textWater: '#3f6f8f',
  halo: 'rgba(255,255,255,0.92)',
};

const DARK: Palette = {
  ground: '#15181c',
  district: '#1c2025',
  districtLine: '#a99bc4',
  water: '#1d3646',
  waterLine: '#2f5268',
  residential: '#38331f',
  parcelLine: '#454b52',
  proposal: '#c9b48a',
  landUse: {
    farm: '#272c22',
    residential: '#38341f',
    education: '#4a2733',
    public: '#40292d',
    commercial: '#442c25',
    industrial: '#382f27',
    storage: '#322c40',
    transport: '#2a2d31',
    utility: '#25323b',
    green: '#23331f',
    special: '#2f3229',
    reserve: '#24272b',
    water: '#1d3646',
    other: '#262a2f',
  },
  road: { major: '#6a7078', minor: '#4a5057', casing: '#101215', bridge: '#c2c6cb' },
  rail: '#9aa0a8',
  power: '#c99a63',
  pipeline: '#a7b86a',
  facility: { grave: '#e0834f', plain: '#a3adb8', letter: '#14171a' },
  control: {
    red: '#e0736d',
    yellow: '#d6b34a',
    green: '#84bf7c',
    blue: '#7db4ea',
    purple: '#b592e0',
    education: '#e288ae',
    other: '#a0a0a0',
  },
  reservation: '#e08bc2',
  stage: {
    kindergarten: '#e58cc0',
    primary: '#79b4ee',
    junior: '#5fc4a6',
    'nine-year': '#b69aee',
    other: '#b4bdc9',
  },
  badge: '#14171a',
  mark: {
    prohibit: '#ff6a4d',
    restrict: '#f5b13d',
    study: '#62b5f5',
    notice: '#a9c9c2',
    marginal: '#c9a6f5',
  },
  markCasing: '#0c0e10',
  selected: '#ffffff',
  hovered: '#9cc9f7',
  overlap: '#ff6a4d',
  dimension: '#f5a3ee',
  sketch: '#6fb1ff',
  sketchVertex: '#0c0e10',
  text: '#eef0f2',
  textQuiet: '#a6a9ad',
  textWater: '#86b4d0',
  halo: 'rgba(12,14,16,0.9)',
};

export const PALETTES: Readonly<Record<ThemeName, Palette>> = { light: LIGHT, dark: DARK };
