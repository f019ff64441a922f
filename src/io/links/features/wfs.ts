import { childrenOf, elementAt, textAt, type XmlElement } from '../xml-tree';
import { withParameters } from '../with-parameters';
import type { FeatureService, PageQuery, ServedCollection } from './feature-service';

const GEOJSON = /^(?:application\/(?:geo\+|vnd\.geo\+)?json|json|geojson)\b/i;

/**
 * What a WFS (2.0.x or 1.1.0) gives; null where the document is not of one. Coordinates are asked for by the short name
 * EPSG:4326, which services understand as longitude first; by its urn they would come latitude first. What comes the
 * other way round all the same is noticed when the file is read.
 */
export function wfsService(root: XmlElement, address: string): FeatureService | null {
  if (root.name !== 'WFS_Capabilities') return null;
  const version = root.attributes.version?.startsWith('2.') ? '2.0.0' : '1.1.0';
  const types = childrenOf(elementAt(root, 'FeatureTypeList'), 'FeatureType');
  const common = commonFormats(root);
  return {
    kind: 'wfs',
    collections: types.flatMap((type) => servedType(type, common, version, address)),
    nextPage(page, asked, count) {
      const { numberMatched, totalFeatures } = page;
      const total = [numberMatched, totalFeatures].find((each) => typeof each === 'number');
      const url = new URL(asked);
      const at = Number(url.searchParams.get('startIndex') ?? 0) + count;
      const limit = Number(url.searchParams.get('count') ?? url.searchParams.get('maxFeatures'));
      // Where the service does not say how many there are, a page that is not full is the last.
      const isLast = total === undefined ? count < limit : at >= total;
      return count === 0 || isLast ? null : withParameters(asked, { startIndex: at });
    },
  };
}

function servedType(
  type: XmlElement,
  common: readonly string[],
  version: '2.0.0' | '1.1.0',
  address: string,
): ServedCollection[] {
  const id = textAt(type, 'Name');
  if (id === '') return [];
  const own = childrenOf(elementAt(type, 'OutputFormats'), 'Format').map(({ text }) => text.trim());
  const format = [...own, ...common].find((each) => GEOJSON.test(each));
  const [names, most] = version === '2.0.0' ? ['typeNames', 'count'] : ['typeName', 'maxFeatures'];
  const firstPage = ({ box, limit }: PageQuery) =>
    withParameters(address, {
      ...{ service: 'WFS', version, request: 'GetFeature', [names]: id, srsName: 'EPSG:4326' },
      ...{ outputFormat: format ?? 'application/json', [most]: limit, startIndex: 0 },
      ...(box ? { bbox: `${box.join(',')},EPSG:4326` } : {}),
    });
  return [{ id, title: textAt(type, 'Title') || id, isGeojson: format !== undefined, firstPage }];
}

/** The formats that a service gives for all its types. */
function commonFormats(root: XmlElement): string[] {
  const operation = childrenOf(elementAt(root, 'OperationsMetadata'), 'Operation').find(
    ({ attributes }) => attributes.name === 'GetFeature',
  );
  const parameter = childrenOf(operation, 'Parameter').find(
    ({ attributes }) => attributes.name === 'outputFormat',
  );
  const values = [
    ...childrenOf(parameter, 'Value'),
    ...childrenOf(elementAt(parameter, 'AllowedValues'), 'Value'),
  ];
  return values.map(({ text }) => text.trim());
}
