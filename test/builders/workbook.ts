import { zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const utf8 = (text: string) => new TextEncoder().encode(text);

/** A cell with a text. */
export function textCell(at: string, words: string): string {
  return `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
}

/** A workbook (Office Open XML) of one sheet 学校 with the given rows; style 1 is a date. */
export function workbook(rows: string): Uint8Array {
  return zipSync({
    '[Content_Types].xml': utf8(
      `<?xml version="1.0"?><Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ),
    '_rels/.rels': utf8(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': utf8(
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="学校" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': utf8(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/styles.xml': utf8(
      `<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    ),
    'xl/worksheets/sheet1.xml': utf8(
      `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetData>${rows}</sheetData></worksheet>`,
    ),
  });
}

/** The rows of a table of one school. */
export const SMALL_ROWS =
  `<row r="1">${textCell('A1', '名称')}${textCell('B1', '经度')}${textCell('C1', '纬度')}${textCell('D1', '批准日期')}</row>` +
  `<row r="2">${textCell('A2', '一小')}<c r="B2"><v>105.97</v></c><c r="C2"><v>31.58</v></c><c r="D2" s="1"><v>45658</v></c></row>`;

/** A workbook with one school. */
export function smallWorkbook(): Uint8Array {
  return workbook(SMALL_ROWS);
}
