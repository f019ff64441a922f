import { writeZip } from '../../project/write-zip';
import type { ExportOptions, WrittenLayer } from '../formats/export-layer';
import { fileName } from '../formats/file-name';
import { projectXml } from './project-xml';

/**
 * A project of QGIS 3 (.qgz) that shows layers as they look here, from files in its own folder: with the export's
 * reference system, points above lines above areas.
 */
export function qgisProject(
  layers: readonly WrittenLayer[],
  options: Pick<ExportOptions, 'crs' | 'name' | 'language' | 'remark'>,
): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(projectXml(layers, options));
  return writeZip(new Map([[`${fileName(options.name)}.qgs`, text]]));
}
