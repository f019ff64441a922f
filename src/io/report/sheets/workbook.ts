export interface SheetColumn {
  readonly title: string;
  /** In letters. */
  readonly width: number;
  /** How numbers are shown, in Excel's own words: `#,##0.00`. Absent: text. */
  readonly format?: string;
}

export type SheetCell = string | number | null;

/** A table with a head that stays in sight and filters. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/** Rows of a sheet that Excel can hold, its head among them. */
export const MOST_ROWS = 1_048_576;
