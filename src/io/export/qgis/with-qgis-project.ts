import type { ExportedFiles, ExportOptions, WrittenLayer } from '../formats/export-layer';
import { fileName } from '../formats/file-name';
import { kindsOf } from '../formats/geometry-kind';
import { qmlStyle } from '../formats/qml-style';
import type { SourceFile } from '../../import/formats/source-layer';
import { qgisProject } from './qgis-project';

/**
 * The files of an export with a project for QGIS beside them, and a style of its own (.qml) beside each GeoJSON file,
 * by which QGIS draws it in any project. As it is where QGIS does not open the format.
 */
export function withQgisProject(exported: ExportedFiles, options: ExportOptions): ExportedFiles {
  const { files, layers } = exported;
  if (!layers || layers.length === 0) return exported;
  const project = { name: `${fileName(options.name)}.qgz`, bytes: qgisProject(layers, options) };
  return { ...exported, files: [...files, ...stylesBeside(layers), project] };
}

function stylesBeside(layers: readonly WrittenLayer[]): SourceFile[] {
  const own = new Map(
    layers.filter(({ file }) => /\.(?:geo)?json$/iu.test(file)).map((one) => [one.file, one]),
  );
  return Array.from(own.values()).flatMap(({ layer, file }) => {
    const { style, labelField, features } = layer;
    if (!style) return [];
    const text = qmlStyle(style, labelField, kindsOf(features));
    return [{ name: file.replace(/\.[^.]*$/u, '.qml'), bytes: new TextEncoder().encode(text) }];
  });
}
