import * as v from 'valibot';
import { isLayerName, type LayerDescription, type LayerName, type LayerOrigin } from '../../domain/layer';
import { message, type Message } from '../../domain/message';
import { err, ok, type Result } from '../../domain/result';
import { safePath } from './file-source';
import { layerEntrySchema, PROJECT_FILE } from './schema';
import { schemaFault } from './schema-fault';

/** What `layers` of project.json says, in the tool's words; `rest` is what it says beyond them. */
export interface LayerEntries {
  readonly layers: readonly Pick<LayerDescription, 'name' | 'file' | 'idField' | 'accuracyM' | 'source'>[];
  readonly rest: Readonly<Record<string, unknown>>;
}

/** Reads the `layers` member; unknown layers and unknown members of a layer go to `rest`, to be written back. */
export function readLayerEntries(layers: Readonly<Record<string, unknown>>): Result<LayerEntries, Message> {
  const known: LayerEntries['layers'][number][] = [];
  const rest: [string, unknown][] = [];
  const files = new Set<string>();
  for (const [name, value] of Object.entries(layers)) {
    if (!isLayerName(name)) {
      rest.push([name, value]);
      continue;
    }
    const parsed = v.safeParse(layerEntrySchema, value);
    if (!parsed.success) {
      const fault = schemaFault(PROJECT_FILE, parsed.issues);
      const inside = fault.params?.path === '/' ? '' : `.${fault.params?.path ?? ''}`;
      return err(message(fault.code, { ...fault.params, path: `layers.${name}${inside}` }));
    }
    const { file, idField, accuracyM, source, ...extra } =
      typeof parsed.output === 'string' ? { file: parsed.output } : parsed.output;
    const path = safePath(file);
    if (path === null) return err(message('path-outside', { file: PROJECT_FILE, path: file }));
    if (files.has(path)) return err(message('layer-file-twice', { file: PROJECT_FILE, path }));
    files.add(path);
    known.push({
      name,
      file: path,
      ...(idField === undefined ? {} : { idField }),
      ...(accuracyM === undefined ? {} : { accuracyM }),
      ...(source === undefined ? {} : { source: source as LayerOrigin }),
    });
    if (Object.keys(extra).length > 0) rest.push([name, extra]);
  }
  return ok({ layers: known, rest: Object.fromEntries(rest) });
}

/** The `layers` member of project.json again. */
export function writeLayerEntries(
  layers: readonly LayerDescription[],
  rest: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const entries = layers.map(({ name, file, idField, accuracyM, source }): [LayerName, unknown] => {
    const extra = rest[name];
    const known = {
      file,
      ...(idField === undefined ? {} : { idField }),
      ...(accuracyM === undefined ? {} : { accuracyM }),
      ...(source === undefined ? {} : { source }),
      ...(typeof extra === 'object' ? extra : {}),
    };
    return [name, Object.keys(known).length === 1 ? file : known];
  });
  const unknown = Object.entries(rest).filter(([name]) => !isLayerName(name));
  return Object.fromEntries([...entries, ...unknown]);
}
