/** Codes of one classification of land use with their names: `[zh, en]`. */
export type LandUseTable = Readonly<Record<string, readonly [zh: string, en: string]>>;
