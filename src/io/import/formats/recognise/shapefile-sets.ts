import type { SourceFile } from '../source-layer';
import type { RecognisedSet } from './recognised-set';

/** A file that is part of a shapefile, by its content; a .cpg by its name. */
export interface ShapefilePart {
  readonly kind: 'shp' | 'shx' | 'dbf' | 'prj' | 'cpg';
  readonly file: SourceFile;
}

interface Group {
  readonly stem: string;
  readonly parts: ShapefilePart[];
}

/**
 * Shapefiles from their parts: those with the same name but for its ending; where there is one .shp only, all parts
 * are its own, whatever they are called. The files get the endings of what they are.
 */
export function shapefileSets(parts: readonly ShapefilePart[]): {
  readonly shapefiles: readonly RecognisedSet[];
  readonly orphans: readonly ShapefilePart[];
} {
  const groups = new Map<string, Group>();
  for (const part of parts) {
    const stem = part.file.name.replace(/\.[^./]*$/, '');
    const group = groups.get(stem.toLowerCase()) ?? { stem, parts: [] };
    group.parts.push(part);
    groups.set(stem.toLowerCase(), group);
  }
  const all = [...groups.values()];
  const shapes = all.filter(hasShapes);
  const others = all.filter((group) => !hasShapes(group)).flatMap((group) => group.parts);
  const [lone] = shapes;
  if (shapes.length === 1 && lone) {
    const own = new Set(lone.parts.map(({ kind }) => kind));
    lone.parts.push(...others.filter(({ kind }) => !own.has(kind)));
    return { shapefiles: [setOf(lone)], orphans: others.filter(({ kind }) => own.has(kind)) };
  }
  return { shapefiles: shapes.map(setOf), orphans: others };
}

function hasShapes({ parts }: Group): boolean {
  return parts.some(({ kind }) => kind === 'shp');
}

function setOf({ stem, parts }: Group): RecognisedSet {
  return {
    format: 'shapefile',
    name: `${stem}.shp`,
    files: parts.map(({ kind, file }) => ({ name: `${stem}.${kind}`, bytes: file.bytes })),
  };
}
