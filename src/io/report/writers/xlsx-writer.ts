import writeExcelFile, { type Feature, type SheetData } from 'write-excel-file/universal';
import type { Sheet, SheetCell, SheetColumn } from '../sheets/workbook';

const HEAD = { fontWeight: 'bold', backgroundColor: '#E8EDF3', alignVertical: 'center', wrap: true } as const;

/** A workbook: numbers are numbers, heads stay in sight and filter. */
export async function writeXlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const blob = await writeExcelFile(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name,
      data: dataOf(columns, rows),
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
    })),
    { fontFamily: '宋体', fontSize: 10, features: [filters(sheets)] },
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function dataOf(columns: readonly SheetColumn[], rows: Sheet['rows']): SheetData {
  return [
    columns.map(({ title }) => ({ value: title, type: String, ...HEAD })),
    ...rows.map((row) => row.map((value, i) => cellOf(value, columns[i]?.format))),
  ];
}

function cellOf(value: SheetCell, format: string | undefined): SheetData[number][number] {
  if (value === null || value === '') return null;
  if (typeof value === 'string') return { value, type: String };
  return { value, type: Number, ...(format === undefined ? {} : { format }) };
}

/** Excel's name of a column: A … Z, AA … */
function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** An automatic filter over each sheet's table; by the order of a worksheet's parts it follows the cells. */
function filters(sheets: readonly Sheet[]): Feature<Blob> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const sheet = sheets[sheetIndex];
            if (!sheet || sheet.columns.length === 0) return xml;
            const range = `A1:${columnName(sheet.columns.length - 1)}${sheet.rows.length + 1}`;
            return xml.replace('</sheetData>', `</sheetData><autoFilter ref="${range}"/>`);
          },
        },
      },
    },
  };
}
