/** The table beside shapefiles that tells what the short names of their fields stand for. */
export const ALIAS_FILE = 'fields.csv';
export const ALIAS_COLUMNS = ['shapefile', 'field', 'name', 'type'] as const;

const HEADER = ALIAS_COLUMNS.join(',');

/** Whether a file is such a table, by its first line. */
export function isAliasTable(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, HEADER.length + 5));
  return start.startsWith(`${HEADER}\r\n`) || start.startsWith(`${HEADER}\n`);
}

/** The full names of the fields of one shapefile, by their short ones. */
export async function aliasesIn(table: Uint8Array, shapefile: string): Promise<ReadonlyMap<string, string>> {
  const { default: papa } = await import('papaparse');
  const { data } = papa.parse<string[]>(new TextDecoder().decode(table), { skipEmptyLines: true });
  const own = data.slice(1).filter(([of]) => of === shapefile);
  return new Map(own.map(([, field = '', name = '']) => [field, name]));
}
