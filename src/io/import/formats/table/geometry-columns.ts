import { numberOfCell, type HeadedTable, type TableCell } from './source-table';

/** Where a table keeps its geometry. */
export type GeometryColumns =
  | { readonly kind: 'wkt'; readonly column: number }
  /** `x` is east or longitude, `y` north or latitude, whatever the columns are called. */
  | { readonly kind: 'point'; readonly x: number; readonly y: number; readonly isExchanged: boolean };

const WKT_START = /^\s*(SRID\s*=\s*\d+\s*;\s*)?(MULTI)?(POINT|LINESTRING|POLYGON)\s*(Z|M|ZM)?\s*(\(|EMPTY)/i;

/** Names of columns, plain: without case, blanks, brackets and units. The earlier a pair stands, the surer it is. */
const PAIRS: readonly (readonly [x: RegExp, y: RegExp])[] = [
  [
    /^(lon|lng|long|longitude|经度|东经|经度坐标|wgs84lon|wgs84lng)$/,
    /^(lat|latitude|纬度|北纬|纬度坐标|wgs84lat)$/,
  ],
  [/^(east|easting|东|东坐标|东距|东向坐标)$/, /^(north|northing|北|北坐标|北距|北向坐标)$/],
  [
    /^(x|xcoord|coordx|pointx|x坐标|坐标x|中心x|中心点x)$/,
    /^(y|ycoord|coordy|pointy|y坐标|坐标y|中心y|中心点y)$/,
  ],
  [/^(横坐标)$/, /^(纵坐标)$/],
  [/(经度|longitude|lng)/, /(纬度|latitude|lat)/],
];

/** Rows that are looked at. */
const SAMPLE = 200;

/** Finds the columns that say where each row is; null where none do. */
export function geometryColumns({ names, rows }: HeadedTable): GeometryColumns | null {
  const sample = rows.slice(0, SAMPLE);
  const wkt = names.findIndex((_, column) =>
    mostly(sample, column, (cell) => typeof cell === 'string' && WKT_START.test(cell)),
  );
  if (wkt >= 0) return { kind: 'wkt', column: wkt };
  const plain = names.map(plainName);
  for (const [xName, yName] of PAIRS) {
    const x = plain.findIndex((name) => xName.test(name));
    const y = plain.findIndex((name, column) => column !== x && yName.test(name));
    if (x < 0 || y < 0 || !areNumbers(sample, x) || !areNumbers(sample, y)) continue;
    const isExchanged = isNorthFirst(sample, x, y);
    return isExchanged ? { kind: 'point', x: y, y: x, isExchanged } : { kind: 'point', x, y, isExchanged };
  }
  return null;
}

function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[(（].*[)）]/g, '')
    .replace(/[\s_\-.:：]/g, '');
}

function mostly(
  rows: readonly (readonly TableCell[])[],
  column: number,
  is: (cell: TableCell) => boolean,
): boolean {
  const cells = rows.map((row) => row[column] ?? null).filter((cell) => cell !== null && cell !== '');
  return cells.length > 0 && cells.filter(is).length >= cells.length * 0.8;
}

function areNumbers(rows: readonly (readonly TableCell[])[], column: number): boolean {
  return mostly(rows, column, (cell) => Number.isFinite(numberOfCell(cell)));
}

/** Surveyors' X is north: so the numbers decide, where they can, which of the two it is. */
function isNorthFirst(rows: readonly (readonly TableCell[])[], x: number, y: number): boolean {
  const pairs = rows
    .map((row) => [numberOfCell(row[x]), numberOfCell(row[y])] as const)
    .filter(([a, b]) => Number.isFinite(a) && Number.isFinite(b));
  const north = pairs.filter(([a, b]) => looksNorth(a, b)).length;
  return pairs.length > 0 && north > pairs.length * 0.9;
}

function looksNorth(a: number, b: number): boolean {
  const inZone = b % 1_000_000;
  const isGrid = a >= 2e6 && a <= 6.2e6 && inZone >= 1.5e5 && inZone <= 8.5e5 && (b < 1e6 || b > 1.3e7);
  const isDegrees = a >= 3 && a <= 54 && b >= 73 && b <= 136;
  return isGrid || isDegrees;
}
