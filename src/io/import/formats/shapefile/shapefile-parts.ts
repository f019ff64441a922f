import type { SourceFile } from '../source-layer';

/** The files of one shapefile, by their endings in lower case, without the point. */
export interface ShapefileParts {
  /** Without folders and ending. */
  readonly name: string;
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

/** The shapefiles among files: those that lie together and have the same name but for its ending are one. */
export function shapefileParts(files: readonly SourceFile[]): readonly ShapefileParts[] {
  const groups = new Map<string, { name: string; parts: Map<string, Uint8Array> }>();
  for (const { name, bytes } of files) {
    const [, stem = name, ending = ''] = /^(.*)\.([^./]*)$/.exec(name) ?? [];
    const key = stem.toLowerCase();
    const group = groups.get(key) ?? { name: stem.split('/').at(-1)!, parts: new Map<string, Uint8Array>() };
    group.parts.set(ending.toLowerCase(), bytes);
    groups.set(key, group);
  }
  return [...groups.values()].filter(({ parts }) => parts.has('shp'));
}
