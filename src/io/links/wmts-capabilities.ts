import { childrenOf, elementAt, textAt, type XmlElement } from './xml-tree';
import { withParameters } from './with-parameters';

/** A way to get a layer's tiles that a map in Web Mercator can draw. */
export interface WmtsChoice {
  readonly set: string;
  readonly template: string;
  /** The matrix of each zoom; empty where there is none. */
  readonly matrices: readonly string[];
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly tileSize: 256 | 512;
}

export interface WmtsLayer {
  readonly id: string;
  readonly title: string;
  /** Empty where the service has the layer in no matrix set of Web Mercator. */
  readonly choices: readonly WmtsChoice[];
}

export interface WmtsOffer {
  readonly provider: string;
  readonly layers: readonly WmtsLayer[];
}

type MatrixSet = Omit<WmtsChoice, 'template'>;

const WORLD_M = 2 * Math.PI * 6_378_137;
/** A pixel's side at scale 1:1 (OGC 07-057r7, 6.1). */
const PIXEL_M = 0.00028;
const WEB_MERCATOR = /(?:3857|900913|102100|102113|3785|41001)$/;
const DEEPEST_ZOOM = 24;
/** What a request for a tile is made of; all else in the user's address, such as a key, belongs to every request. */
const OWN_PARAMETERS =
  /^(?:service|request|version|acceptversions|layer|style|tilematrixset|tilematrix|tilerow|tilecol|format)$/i;

/** What a WMTS 1.0.0 offers (OGC 07-057r7); null where the document is not of one. `address` is what was asked. */
export function wmtsOffer(root: XmlElement, address: string): WmtsOffer | null {
  const contents = elementAt(root, 'Contents');
  if (root.name !== 'Capabilities' || !contents) return null;
  const sets = new Map(
    childrenOf(contents, 'TileMatrixSet').flatMap((set) => {
      const read = webMercatorSet(set);
      return read ? [[read.set, read] as const] : [];
    }),
  );
  const tileAddress = keyValueAddress(root) ?? address;
  const layers = childrenOf(contents, 'Layer').map((layer): WmtsLayer => {
    const id = textAt(layer, 'Identifier');
    const linked = childrenOf(layer, 'TileMatrixSetLink').map((link) => textAt(link, 'TileMatrixSet'));
    const choices = linked.flatMap((name) => {
      const set = sets.get(name);
      const template = set && templateOf(layer, id, name, tileAddress);
      return template ? [{ ...set, template: withOwnParameters(template, address) }] : [];
    });
    return { id, title: textAt(layer, 'Title') || id, choices };
  });
  const provider = textAt(root, 'ServiceProvider', 'ProviderName');
  return { provider, layers: layers.filter(({ id }) => id !== '') };
}

function webMercatorSet(set: XmlElement): MatrixSet | null {
  if (!WEB_MERCATOR.test(textAt(set, 'SupportedCRS'))) return null;
  const matrices: string[] = [];
  const sizes = new Set<number>();
  for (const matrix of childrenOf(set, 'TileMatrix')) {
    const size = Number(textAt(matrix, 'TileWidth'));
    const zoom = zoomOf(matrix, size);
    if (zoom === null) continue;
    matrices[zoom] = textAt(matrix, 'Identifier');
    sizes.add(size);
  }
  const [tileSize] = sizes;
  if (sizes.size !== 1 || (tileSize !== 256 && tileSize !== 512)) return null;
  const zooms = Object.keys(matrices).map(Number);
  return {
    set: textAt(set, 'Identifier'),
    matrices: Array.from(matrices, (matrix: string | undefined) => matrix ?? ''),
    minZoom: Math.min(...zooms),
    maxZoom: Math.max(...zooms),
    tileSize,
  };
}

/** The zoom at which the pyramid of Web Mercator has just these tiles; null for any other grid. */
function zoomOf(matrix: XmlElement, tileSize: number): number | null {
  const tileM = Number(textAt(matrix, 'ScaleDenominator')) * PIXEL_M * tileSize;
  const zoom = Math.log2(WORLD_M / tileM);
  const corner = textAt(matrix, 'TopLeftCorner').split(/\s+/).map(Number);
  // Some services give the corner north first.
  const isWholeWorld = corner.length === 2 && corner.every((at) => Math.abs(Math.abs(at) - WORLD_M / 2) < 2);
  const isSquare = textAt(matrix, 'TileHeight') === textAt(matrix, 'TileWidth');
  const whole = Math.round(zoom);
  const isOurs = isWholeWorld && isSquare && Math.abs(zoom - whole) < 1e-4;
  return isOurs && whole >= 0 && whole <= DEEPEST_ZOOM ? whole : null;
}

/** Where tiles are asked for by key and value, if the service says so. */
function keyValueAddress(root: XmlElement): string | null {
  const operation = childrenOf(elementAt(root, 'OperationsMetadata'), 'Operation').find(
    ({ attributes }) => attributes.name === 'GetTile',
  );
  const gets = childrenOf(elementAt(operation, 'DCP', 'HTTP'), 'Get');
  const isKeyValue = (get: XmlElement) => {
    const encodings = childrenOf(elementAt(get, 'Constraint', 'AllowedValues'), 'Value');
    return encodings.length === 0 || encodings.some(({ text }) => text.trim().toUpperCase() === 'KVP');
  };
  return gets.find(isKeyValue)?.attributes.href ?? null;
}

function templateOf(layer: XmlElement, id: string, set: string, tileAddress: string): string | null {
  const styles = childrenOf(layer, 'Style');
  const style = textAt(
    styles.find(({ attributes }) => attributes.isDefault === 'true') ?? styles[0],
    'Identifier',
  );
  const dimensions = childrenOf(layer, 'Dimension').map(
    (dimension) => [textAt(dimension, 'Identifier'), textAt(dimension, 'Default')] as const,
  );
  const tiles = childrenOf(layer, 'ResourceURL').filter(
    ({ attributes }) => attributes.resourceType === 'tile' && isPicture(attributes.format ?? ''),
  );
  const resource = byPreference(tiles, ({ attributes }) => attributes.format ?? '');
  if (resource?.attributes.template) {
    const places = new Map([['style', style], ['tilematrixset', set], ...lowerCased(dimensions)]);
    return resource.attributes.template.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
      const part = places.get(name.toLowerCase());
      return part === undefined ? place : encodeURIComponent(part);
    });
  }
  const formats = childrenOf(layer, 'Format').map(({ text }) => text.trim());
  const format = byPreference(formats.filter(isPicture), (each) => each);
  if (format === undefined || !URL.canParse(tileAddress)) return null;
  const asked = withParameters(tileAddress, {
    ...{ SERVICE: 'WMTS', REQUEST: 'GetTile', VERSION: '1.0.0', LAYER: id, STYLE: style },
    ...{ TILEMATRIXSET: set, FORMAT: format, ...Object.fromEntries(dimensions) },
  });
  return `${asked}&TILEMATRIX={TileMatrix}&TILEROW={TileRow}&TILECOL={TileCol}`;
}

const lowerCased = (pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([name, value]) => [name.toLowerCase(), value] as const);

/** `tiles` is what Tianditu calls its own pictures. */
const isPicture = (format: string) => /^(?:image\/(?:png|jpe?g|webp|gif)|tiles$)/i.test(format);

/** Lossless pictures keep the lines of a plan sharp. */
function byPreference<T>(list: readonly T[], formatOf: (each: T) => string): T | undefined {
  return list.find((each) => /png/i.test(formatOf(each))) ?? list[0];
}

/** What the user's address asks besides, e.g. its key, goes along with every tile. */
function withOwnParameters(template: string, address: string): string {
  const asked = template.toLowerCase();
  const isAsked = (name: string) =>
    ['?', '&'].some((mark) => asked.includes(`${mark}${name.toLowerCase()}=`));
  const own = Array.from(new URL(address.trim()).searchParams).filter(
    ([name]) => !OWN_PARAMETERS.test(name) && !isAsked(name),
  );
  if (own.length === 0) return template;
  return `${template}${template.includes('?') ? '&' : '?'}${new URLSearchParams(own).toString()}`;
}
