import { message, type Message } from '../../../../domain/message';
import { isPlainNumber } from '../../../import/formats/table/source-table';
import { crsName, isWgs84 } from '../export-crs';
import type { ExportCrs, ExportLayer } from '../export-layer';
import type { FieldValue } from '../layer-collection';
import { fieldNotes, isEmptyText, isStructured, mixedNotes, valueNotes } from '../losses';

/** What a table does not hold of a layer; `hasNumbers` where cells can be numbers and not only texts of them. */
export function tableNotes(layer: ExportLayer, hasNumbers: boolean): Message[] {
  return [
    ...valueNotes(layer, { 'export-values-as-json': isStructured, 'export-empty-texts': isEmptyText }),
    ...mixedNotes(layer),
    ...fieldNotes(layer, 'export-types-lost', (values) => losesType(values, hasNumbers)),
  ];
}

/** That a table does not tell its system, where that is not what everyone takes degrees for. */
export function tableCrsNotes(crs: ExportCrs): Message[] {
  return isWgs84(crs) ? [] : [message('table-without-crs', { crs: crsName(crs) })];
}

/** Whether a column is taken for one of another type: by what stands in its cells it is told of what type it is. */
function losesType(values: readonly FieldValue[], hasNumbers: boolean): boolean {
  const told = values.filter((value) => value !== '');
  const [first] = told;
  if (first === undefined) return false;
  if (typeof first === 'boolean') return true;
  if (typeof first === 'string') return told.every((value) => isPlainNumber(String(value)));
  return !hasNumbers && !told.every((value) => isPlainNumber(String(value)));
}
