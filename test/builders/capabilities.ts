/** Capabilities of invented services, in the manner of the programs that serve such. */

const SCALE_0 = 559_082_264.0287178;

function matrices(name: (zoom: number) => string, from: number, to: number, corner: string): string {
  return Array.from({ length: to - from + 1 }, (_, i) => {
    const zoom = from + i;
    return `<TileMatrix><ows:Identifier>${name(zoom)}</ows:Identifier>
      <ScaleDenominator>${SCALE_0 / 2 ** zoom}</ScaleDenominator><TopLeftCorner>${corner}</TopLeftCorner>
      <TileWidth>256</TileWidth><TileHeight>256</TileHeight>
      <MatrixWidth>${2 ** zoom}</MatrixWidth><MatrixHeight>${2 ** zoom}</MatrixHeight></TileMatrix>`;
  }).join('');
}

const CAPABILITIES = `xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1"
  xmlns:xlink="http://www.w3.org/1999/xlink" version="1.0.0"`;

/** As GeoServer has it: matrices named after their set, asked for by key and value; one layer in degrees only. */
export function wmtsCapabilities(address: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Capabilities ${CAPABILITIES}>
  <ows:ServiceProvider><ows:ProviderName>示例测绘院</ows:ProviderName></ows:ServiceProvider>
  <ows:OperationsMetadata><ows:Operation name="GetTile"><ows:DCP><ows:HTTP>
    <ows:Get xlink:href="${address}"><ows:Constraint name="GetEncoding"><ows:AllowedValues>
      <ows:Value>KVP</ows:Value></ows:AllowedValues></ows:Constraint></ows:Get>
  </ows:HTTP></ows:DCP></ows:Operation></ows:OperationsMetadata>
  <Contents>
    <Layer><ows:Title>现状影像 2024</ows:Title><ows:Identifier>city:image</ows:Identifier>
      <Style isDefault="true"><ows:Identifier/></Style><Format>image/jpeg</Format><Format>image/png</Format>
      <TileMatrixSetLink><TileMatrixSet>EPSG:4326</TileMatrixSet></TileMatrixSetLink>
      <TileMatrixSetLink><TileMatrixSet>EPSG:900913</TileMatrixSet></TileMatrixSetLink></Layer>
    <Layer><ows:Title>仅经纬度</ows:Title><ows:Identifier>city:degrees</ows:Identifier>
      <Style isDefault="true"><ows:Identifier/></Style><Format>image/png</Format>
      <TileMatrixSetLink><TileMatrixSet>EPSG:4326</TileMatrixSet></TileMatrixSetLink></Layer>
    <TileMatrixSet><ows:Identifier>EPSG:4326</ows:Identifier>
      <ows:SupportedCRS>urn:ogc:def:crs:EPSG::4326</ows:SupportedCRS>
      ${matrices((zoom) => `EPSG:4326:${zoom}`, 0, 3, '90.0 -180.0')}</TileMatrixSet>
    <TileMatrixSet><ows:Identifier>EPSG:900913</ows:Identifier>
      <ows:SupportedCRS>urn:ogc:def:crs:EPSG::900913</ows:SupportedCRS>
      ${matrices((zoom) => `EPSG:900913:${zoom}`, 0, 19, '-2.003750834E7 2.0037508E7')}</TileMatrixSet>
  </Contents>
</Capabilities>`;
}

/** As MapServer and others with addresses in paths have it. */
export function wmtsRestCapabilities(host: string): string {
  return `<Capabilities ${CAPABILITIES}><Contents>
    <Layer><ows:Title>规划图</ows:Title><ows:Identifier>plan</ows:Identifier>
      <Style><ows:Identifier>night</ows:Identifier></Style>
      <Style isDefault="true"><ows:Identifier>day</ows:Identifier></Style>
      <Format>image/png</Format>
      <Dimension><ows:Identifier>Time</ows:Identifier><Default>2024</Default><Value>2024</Value></Dimension>
      <TileMatrixSetLink><TileMatrixSet>GoogleMapsCompatible</TileMatrixSet></TileMatrixSetLink>
      <ResourceURL format="application/json" resourceType="FeatureInfo" template="${host}/info"/>
      <ResourceURL format="image/png" resourceType="tile"
        template="${host}/plan/{Style}/{Time}/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}.png"/></Layer>
    <TileMatrixSet><ows:Identifier>GoogleMapsCompatible</ows:Identifier>
      <ows:SupportedCRS>urn:ogc:def:crs:EPSG:6.18.3:3857</ows:SupportedCRS>
      ${matrices((zoom) => String(zoom).padStart(2, '0'), 5, 17, '-20037508.34278925 20037508.34278925')}</TileMatrixSet>
  </Contents></Capabilities>`;
}

/** As Tianditu has it: corner north first, matrices from 1, pictures called tiles, the key only in the address asked. */
export function tiandituCapabilities(): string {
  return `<Capabilities ${CAPABILITIES}>
  <ows:OperationsMetadata><ows:Operation name="GetTile"><ows:DCP><ows:HTTP>
    <ows:Get xlink:href="http://t0.tianditu.gov.cn/vec_w/wmts?"><ows:Constraint name="GetEncoding">
      <ows:AllowedValues><ows:Value>KVP</ows:Value></ows:AllowedValues></ows:Constraint></ows:Get>
  </ows:HTTP></ows:DCP></ows:Operation></ows:OperationsMetadata>
  <Contents>
    <Layer><ows:Title>vec</ows:Title><ows:Identifier>vec</ows:Identifier>
      <Style><ows:Identifier>default</ows:Identifier></Style><Format>tiles</Format>
      <TileMatrixSetLink><TileMatrixSet>w</TileMatrixSet></TileMatrixSetLink></Layer>
    <TileMatrixSet><ows:Identifier>w</ows:Identifier>
      <ows:SupportedCRS>urn:ogc:def:crs:EPSG::900913</ows:SupportedCRS>
      ${matrices(String, 1, 18, '20037508.3427892 -20037508.3427892')}</TileMatrixSet>
  </Contents></Capabilities>`;
}

/** A WMS of version 1.3.0 whose layers inherit their reference systems. */
export function wmsCapabilities(address: string): string {
  return `<WMS_Capabilities version="1.3.0" xmlns="http://www.opengis.net/wms" xmlns:xlink="http://www.w3.org/1999/xlink">
  <Service><Name>WMS</Name><ContactInformation><ContactPersonPrimary>
    <ContactOrganization>示例规划局</ContactOrganization></ContactPersonPrimary></ContactInformation></Service>
  <Capability><Request><GetMap><Format>image/jpeg</Format><Format>image/png</Format>
    <DCPType><HTTP><Get><OnlineResource xlink:href="${address}"/></Get></HTTP></DCPType></GetMap></Request>
  <Layer><Title>全部</Title><CRS>EPSG:3857</CRS>
    <Layer><Name>plan</Name><Title>控规</Title></Layer>
    <Layer><Title>组</Title><Layer><Name>road</Name><Title>道路</Title></Layer></Layer></Layer>
  </Capability></WMS_Capabilities>`;
}

/** A WMS of version 1.1.1 that has Web Mercator by its older name, for one of two layers. */
export function oldWmsCapabilities(): string {
  return `<WMT_MS_Capabilities version="1.1.1" xmlns:xlink="http://www.w3.org/1999/xlink">
  <Capability><Request><GetMap><Format>image/png</Format></GetMap></Request>
  <Layer><Title>全部</Title><SRS>EPSG:4326</SRS>
    <Layer><Name>a</Name><Title>影像</Title><SRS>EPSG:4326 EPSG:900913</SRS></Layer>
    <Layer><Name>b</Name><Title>注记</Title></Layer></Layer>
  </Capability></WMT_MS_Capabilities>`;
}

/** As pygeoapi has it: links to the same in several forms. */
export function ogcLanding(address: string): object {
  return {
    title: '示例要素服务',
    links: [
      { rel: 'self', type: 'application/json', href: `${address}?f=json` },
      { rel: 'data', type: 'text/html', href: `${address}/collections?f=html` },
      { rel: 'data', type: 'application/json', href: `${address}/collections` },
    ],
  };
}

/** Features, with tiles and records that are none. */
export function ogcCollections(address: string): object {
  const items = (id: string) => ({
    links: [
      { rel: 'items', type: 'text/html', href: `${address}/collections/${id}/items?f=html` },
      { rel: 'items', type: 'application/geo+json', href: `${address}/collections/${id}/items` },
    ],
  });
  return {
    collections: [
      { id: 'parcels', title: '地块', ...items('parcels') },
      { id: 'papers', itemType: 'record', ...items('papers') },
    ],
  };
}

const parcel = (number: number) => {
  const [west, south] = [105.97 + (number % 50) * 0.0004, 31.57 + Math.floor(number / 50) * 0.0004];
  const [east, north] = [west + 0.0003, south + 0.0003];
  return {
    type: 'Feature',
    id: `P-${number}`,
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ],
    },
    properties: { name: `地块 ${number}`, landUse: '0701', codeScheme: 'MNR2023' },
  };
};

const parcels = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => parcel(from + i));

/** A page of so many parcels in all, with a link to the next as ldproxy has it. */
export function ogcItems(url: URL, count: number, linkHost = url.origin): object {
  const [offset, limit] = ['offset', 'limit'].map((name) => Number(url.searchParams.get(name) ?? 0)) as [
    number,
    number,
  ];
  const end = Math.min(count, offset + limit);
  const next = `${linkHost}${url.pathname}?f=json&limit=${limit}&offset=${end}`;
  return {
    type: 'FeatureCollection',
    numberMatched: count,
    features: parcels(offset, end),
    links: end < count ? [{ rel: 'next', type: 'application/geo+json', href: next }] : [],
  };
}

/** A WFS as GeoServer has it. */
export function wfsCapabilities(): string {
  return `<?xml version="1.0"?>
<wfs:WFS_Capabilities version="2.0.0" xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:ows="http://www.opengis.net/ows/1.1">
  <ows:OperationsMetadata><ows:Operation name="GetFeature"><ows:Parameter name="outputFormat"><ows:AllowedValues>
    <ows:Value>application/gml+xml; version=3.2</ows:Value><ows:Value>application/json</ows:Value>
  </ows:AllowedValues></ows:Parameter></ows:Operation></ows:OperationsMetadata>
  <FeatureTypeList xmlns="http://www.opengis.net/wfs/2.0">
    <FeatureType><Name>city:parcels</Name><Title>地块</Title>
      <DefaultCRS>urn:ogc:def:crs:EPSG::4490</DefaultCRS></FeatureType>
    <FeatureType><Name>city:roads</Name><DefaultCRS>urn:ogc:def:crs:EPSG::4490</DefaultCRS></FeatureType>
  </FeatureTypeList>
</wfs:WFS_Capabilities>`;
}

export function wfsFeatures(url: URL, count: number, saysHowMany: boolean): object {
  const start = Number(url.searchParams.get('startIndex'));
  const end = Math.min(count, start + Number(url.searchParams.get('count')));
  return {
    type: 'FeatureCollection',
    ...(saysHowMany ? { numberMatched: count } : {}),
    features: parcels(Math.min(start, count), end),
    crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4326' } },
  };
}
