import type { Geometry, Position } from 'geojson';
import type { JsonObject, JsonValue } from '../../../../domain/json';
import { joined, type SourceFeature } from '../source-feature';
import { kmlPositions } from './kml-coordinates';

/** The placemarks that lie in one folder, by the folder's name; null for those in none. */
export interface KmlFolder {
  readonly name: string | null;
  readonly features: SourceFeature[];
}

interface Placemark {
  name: string | null;
  description: string | null;
  readonly properties: JsonObject;
  readonly geometries: Geometry[];
  rings: Position[][];
  track: Position[];
}

type Attributes = Readonly<Record<string, string>>;

/** Makes features of the elements of a KML document (OGC 07-147r2) as they come; prefixes are of no account. */
export class KmlBuilder {
  readonly folders: KmlFolder[] = [];
  /** Names of the elements that are open, without prefixes, outermost first. */
  private readonly open: string[] = [];
  /** Names of the folders that are open, outermost first; '' where a folder has none yet. */
  private readonly path: (string | null)[] = [];
  /** Types of the fields of schemas, by schema and name. */
  private readonly types = new Map<string, string>();
  private schema = '';
  private placemark: Placemark | null = null;
  private field = '';
  private text = '';

  startElement(element: string, attributes: Attributes): void {
    const name = localName(element);
    this.open.push(name);
    this.text = '';
    if (name === 'Folder') this.path.push('');
    else if (name === 'Placemark') this.placemark = newPlacemark();
    else if (name === 'Data' || name === 'SimpleData') this.field = attributes.name ?? '';
    else if (name === 'Schema') this.schema = `#${attributes.id ?? ''}`;
    else if (name === 'SchemaData') this.schema = attributes.schemaUrl ?? '';
    else if (name === 'SimpleField')
      this.types.set(this.typeKey(attributes.name ?? ''), attributes.type ?? '');
    else if (name === 'Polygon' && this.placemark) this.placemark.rings = [];
    else if (name === 'Track' && this.placemark) this.placemark.track = [];
  }

  addText(text: string): void {
    this.text += text;
  }

  endElement(): void {
    const name = this.open.pop();
    const parent = this.open.at(-1);
    const text = this.text;
    this.text = '';
    if (name === 'Folder') this.path.pop();
    else if (name === 'name' && parent === 'Folder') this.path[this.path.length - 1] = text.trim();
    if (!this.placemark) return;
    switch (name) {
      case 'Placemark':
        this.finish(this.placemark);
        this.placemark = null;
        break;
      case 'name':
        if (parent === 'Placemark') this.placemark.name = text;
        break;
      case 'description':
        if (parent === 'Placemark') this.placemark.description = text;
        break;
      case 'value':
        if (parent === 'Data') this.placemark.properties[this.field] = text;
        break;
      case 'SimpleData':
        this.placemark.properties[this.field] = typed(text, this.types.get(this.typeKey(this.field)) ?? '');
        break;
      default:
        addShape(this.placemark, name, parent, text);
    }
  }

  private typeKey(field: string): string {
    return `${this.schema} ${field}`;
  }

  private finish({ name, description, properties, geometries }: Placemark): void {
    const folder = this.path.length === 0 ? null : this.path.join(' / ');
    const last = this.folders.find((known) => known.name === folder);
    const features = last?.features ?? [];
    if (!last) this.folders.push({ name: folder, features });
    const all: JsonObject = {
      ...(name === null || 'name' in properties ? {} : { name }),
      ...(description === null || 'description' in properties ? {} : { description }),
      ...properties,
    };
    const shapes = joined(geometries);
    if (shapes.length === 0) features.push({ geometry: null, properties: all });
    // Points, lines and areas of one placemark are features of their own: no layer here holds a mixture.
    for (const geometry of shapes) features.push({ geometry, properties: all });
  }
}

function newPlacemark(): Placemark {
  return { name: null, description: null, properties: {}, geometries: [], rings: [], track: [] };
}

function addShape(
  placemark: Placemark,
  name: string | undefined,
  parent: string | undefined,
  text: string,
): void {
  const { geometries } = placemark;
  if (name === 'coordinates') {
    const positions = kmlPositions(text);
    if (parent === 'Point' && positions[0]) geometries.push({ type: 'Point', coordinates: positions[0] });
    else if (parent === 'LineString') geometries.push({ type: 'LineString', coordinates: positions });
    else if (parent === 'LinearRing') placemark.rings.push(positions);
  } else if (name === 'Polygon') {
    geometries.push({ type: 'Polygon', coordinates: placemark.rings });
    placemark.rings = [];
  } else if (name === 'coord' && parent === 'Track') {
    const [longitude = '', latitude = ''] = text.trim().split(/\s+/u);
    placemark.track.push([Number(longitude), Number(latitude)]);
  } else if (name === 'Track' && placemark.track.length > 0) {
    geometries.push({ type: 'LineString', coordinates: placemark.track });
  } else if (name === 'LinearRing' && parent !== 'outerBoundaryIs' && parent !== 'innerBoundaryIs') {
    // A ring that bounds no polygon is a line.
    for (const ring of placemark.rings.splice(0)) geometries.push({ type: 'LineString', coordinates: ring });
  }
}

function localName(element: string): string {
  return element.slice(element.indexOf(':') + 1);
}

/** A value of a schema's field; what does not read as its type stays text. */
function typed(text: string, type: string): JsonValue {
  if (/^(?:int|uint|short|ushort|float|double)$/u.test(type)) {
    const number = Number(text);
    return text.trim() !== '' && Number.isFinite(number) ? number : text;
  }
  if (type === 'bool' && /^(?:0|1|true|false)$/iu.test(text.trim()))
    return /^(?:1|true)$/iu.test(text.trim());
  return text;
}
