import { childrenOf, elementAt, textAt, type XmlElement } from './xml-tree';

export interface WmsLayer {
  readonly name: string;
  readonly title: string;
  /** The service's word for Web Mercator; null where it does not draw the layer so. */
  readonly crs: string | null;
}

export interface WmsOffer {
  readonly provider: string;
  readonly version: '1.1.1' | '1.3.0';
  /** Where maps are asked for, as the service says; empty where it does not. */
  readonly address: string;
  readonly format: string;
  readonly layers: readonly WmsLayer[];
}

const WEB_MERCATOR = ['EPSG:3857', 'EPSG:900913', 'EPSG:102100', 'EPSG:102113'];

/** What a WMS of version 1.1.x or 1.3.0 offers; null where the document is not of one, or there are no pictures. */
export function wmsOffer(root: XmlElement): WmsOffer | null {
  if (root.name !== 'WMS_Capabilities' && root.name !== 'WMT_MS_Capabilities') return null;
  const getMap = elementAt(root, 'Capability', 'Request', 'GetMap');
  const formats = childrenOf(getMap, 'Format').map(({ text }) => text.trim());
  const pictures = formats.filter((format) => /^image\/(?:png|jpe?g|webp|gif)/i.test(format));
  const format = pictures.find((each) => each === 'image/png') ?? pictures[0];
  if (format === undefined) return null;
  return {
    provider: textAt(root, 'Service', 'ContactInformation', 'ContactPersonPrimary', 'ContactOrganization'),
    version: root.name === 'WMS_Capabilities' ? '1.3.0' : '1.1.1',
    address: elementAt(getMap, 'DCPType', 'HTTP', 'Get', 'OnlineResource')?.attributes.href ?? '',
    format,
    layers: childrenOf(elementAt(root, 'Capability'), 'Layer').flatMap((layer) => layersIn(layer, [])),
  };
}

/** A layer and those within it, which inherit its reference systems. */
function layersIn(layer: XmlElement, inherited: readonly string[]): WmsLayer[] {
  const own = [...childrenOf(layer, 'CRS'), ...childrenOf(layer, 'SRS')];
  const systems = [...inherited, ...own.flatMap(({ text }) => text.trim().split(/\s+/))];
  const name = textAt(layer, 'Name');
  const crs = WEB_MERCATOR.find((each) => systems.includes(each)) ?? null;
  const inner = childrenOf(layer, 'Layer').flatMap((each) => layersIn(each, systems));
  return name === '' ? inner : [{ name, title: textAt(layer, 'Title') || name, crs }, ...inner];
}
