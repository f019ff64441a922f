import type { Dimension } from '../../../domain/layer';
import type { ExportOptions, LayerStyle, WrittenLayer } from '../formats/export-layer';
import { labelling, labelsEnabled, QGIS_DOCTYPE, QGIS_VERSION, renderer } from '../formats/qml-style';
import { xmlText } from '../formats/xml';
import { extentOf } from './extent-of';
import { measuringEllipsoid, spatialRefSys } from './spatial-ref-sys';

/** A layer of the project. */
interface ProjectLayer {
  readonly written: WrittenLayer;
  readonly id: string;
  readonly name: string;
  readonly source: string;
}

/** From the top of the map downwards. */
const ORDER: readonly Dimension[] = ['point', 'line', 'polygon'];

const QGIS_GEOMETRY: Readonly<Record<Dimension, string>> = {
  point: 'Point',
  line: 'LineString',
  polygon: 'Polygon',
};

/** What tells apart the layers that one layer with several kinds of geometry becomes. */
const KIND_NAMES: Readonly<Record<ExportOptions['language'], Readonly<Record<Dimension, string>>>> = {
  zh: { point: '点', line: '线', polygon: '面' },
  en: { point: 'points', line: 'lines', polygon: 'areas' },
};

/** The text of a project (.qgs); see `qgisProject`. Layers given first are drawn below the others of their kind. */
export function projectXml(
  written: readonly WrittenLayer[],
  options: Pick<ExportOptions, 'crs' | 'name' | 'language' | 'remark'>,
): string {
  const layers = projectLayers(written, options.language);
  const srs = spatialRefSys(options.crs);
  return [
    QGIS_DOCTYPE,
    `<qgis version="${QGIS_VERSION}" projectname="${xmlText(options.name)}">`,
    '<homePath path=""/>',
    `<title>${xmlText([options.name, options.remark].filter(Boolean).join(' '))}</title>`,
    `<projectCrs>${srs}</projectCrs>`,
    `<layer-tree-group><customproperties/>${layers.map(treeLayer).join('')}</layer-tree-group>`,
    `<mapcanvas name="theMapCanvas" annotationsVisible="1"><units>${options.crs.isGeographic ? 'degrees' : 'meters'}</units>`,
    `${extent(written)}<rotation>0</rotation><destinationsrs>${srs}</destinationsrs></mapcanvas>`,
    `<projectlayers>${layers.map((layer) => mapLayer(layer, srs)).join('\n')}</projectlayers>`,
    `<layerorder>${layers.map(({ id }) => `<layer id="${id}"/>`).join('')}</layerorder>`,
    properties(options.crs),
    '</qgis>\n',
  ].join('\n');
}

/** Paths are within the project's folder; the map is drawn in its system, and measured on the ellipsoid of that. */
function properties(crs: ExportOptions['crs']): string {
  return [
    '<properties><Paths><Absolute type="bool">false</Absolute></Paths>',
    '<SpatialRefSys><ProjectionsEnabled type="int">1</ProjectionsEnabled></SpatialRefSys>',
    `<Measure><Ellipsoid type="QString">${measuringEllipsoid(crs)}</Ellipsoid></Measure>`,
    '<Measurement><DistanceUnits type="QString">meters</DistanceUnits>',
    '<AreaUnits type="QString">m2</AreaUnits></Measurement></properties>',
  ].join('');
}

function projectLayers(
  written: readonly WrittenLayer[],
  language: ExportOptions['language'],
): ProjectLayer[] {
  const upwards = written.map((one, index): ProjectLayer => {
    const { layer, kind, file, table } = one;
    const isSplit = written.filter((other) => other.layer === layer).length > 1;
    const ownFile = written.filter((other) => other.file === file && other.table === table).length === 1;
    return {
      written: one,
      // QGIS replaces ids of ten characters or fewer by its own, and then finds no layer for the tree.
      id: `xuezhi_layer_${index + 1}`,
      name: isSplit ? `${layer.name} ${KIND_NAMES[language][kind.dimension]}` : layer.name,
      source: [
        `./${file}`,
        ...(table === null ? [] : [`layername=${table}`]),
        ...(ownFile ? [] : [`geometrytype=${QGIS_GEOMETRY[kind.dimension]}`]),
      ].join('|'),
    };
  });
  const downwards = upwards.reverse();
  return ORDER.flatMap((dimension) => downwards.filter((one) => one.written.kind.dimension === dimension));
}

function treeLayer({ id, name, source }: ProjectLayer): string {
  return `<layer-tree-layer id="${id}" name="${xmlText(name)}" source="${xmlText(source)}" providerKey="ogr" checked="Qt::Checked" expanded="0"><customproperties/></layer-tree-layer>`;
}

function mapLayer({ written, id, name, source }: ProjectLayer, srs: string): string {
  const { layer, kind, nameOf } = written;
  const label = layer.labelField === null ? null : nameOf(layer.labelField);
  const style = layer.style ?? PLAIN;
  const named = { ...style, field: style.field === null ? null : nameOf(style.field) };
  return [
    `<maplayer type="vector" geometry="${QGIS_GEOMETRY[kind.dimension]}" ${labelsEnabled(label)} styleCategories="AllStyleCategories">`,
    `<id>${id}</id><datasource>${xmlText(source)}</datasource><layername>${xmlText(name)}</layername>`,
    `<srs>${srs}</srs><provider>ogr</provider>`,
    renderer(named, kind.dimension) + labelling(label, kind.dimension) + aliases(written),
    '</maplayer>',
  ].join('');
}

/** How a layer looks that has no looks of its own. */
const PLAIN: LayerStyle = {
  field: null,
  classes: [
    { value: null, label: '', fill: '#9aa7b4', fillOpacity: 0.35, stroke: '#3f4a56', strokeMm: 0.26 },
  ],
};

/** What fields are called: in words where there are some, else by their full names where they were shortened. */
function aliases({ layer, nameOf }: WrittenLayer): string {
  const list = layer.fields.flatMap(({ name }, index) => {
    const [field, alias] = [nameOf(name), layer.aliases?.[name] ?? name];
    return alias === field
      ? []
      : [`<alias field="${xmlText(field)}" index="${index}" name="${xmlText(alias)}"/>`];
  });
  return list.length === 0 ? '' : `<aliases>${list.join('')}</aliases>`;
}

function extent(written: readonly WrittenLayer[]): string {
  const box = extentOf(new Set(written.map(({ layer }) => layer)));
  if (!box) return '';
  const [west, south, east, north] = box;
  return `<extent><xmin>${west}</xmin><ymin>${south}</ymin><xmax>${east}</xmax><ymax>${north}</ymax></extent>`;
}
