import { basename, extname } from 'node:path';
import type { ExportedFiles } from '../../io/export/formats/export-layer';

/**
 * The files of an export, named after the output's path: a lone file gets its name, a lone shapefile's files its name
 * before their endings, all others their own names behind it.
 */
export function namedAsOutput(exported: ExportedFiles, output: string): ExportedFiles {
  const names = exported.files.map(({ name }) => name);
  const shapes = names.filter((name) => extname(name) === '.shp');
  const shapefile = shapes.length === 1 ? stemOf(shapes[0]!) : null;
  const nameOf = (name: string) => {
    if (names.length === 1) return basename(output);
    if (stemOf(name) === shapefile) return stemOf(output) + extname(name);
    return `${stemOf(output)}-${name}`;
  };
  return {
    ...exported,
    files: exported.files.map(({ name, bytes }) => ({ name: nameOf(name), bytes })),
    ...(exported.layers && {
      layers: exported.layers.map((layer) => ({ ...layer, file: nameOf(layer.file) })),
    }),
  };
}

function stemOf(path: string): string {
  return basename(path, extname(path));
}
