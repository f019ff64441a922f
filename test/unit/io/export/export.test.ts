import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../../src/domain/conflict';
import type { Standing } from '../../../../src/domain/decision-standing';
import { planOf } from '../../../../src/domain/plan';
import { CATCHMENT_NOTE } from '../../../../src/domain/analysis';
import { exportCatchments, exportZones } from '../../../../src/io/export/areas';
import { exportConflicts, type GeometryOf } from '../../../../src/io/export/conflicts';
import { CONFLICT_COLUMNS, exportConflictTable } from '../../../../src/io/export/conflict-table';
import { csvFile } from '../../../../src/io/export/csv';
import { rulesById } from '../../../../src/io/export/rule-properties';
import { exportSites } from '../../../../src/io/export/sites';
import { tidyGeometry } from '../../../../src/geo/tidy-geometry';
import { decisionOf } from '../../../builders/decisions';
import { featureRecord, packRecord, schoolRecord, squareAt } from '../../../builders/plan-records';

const MEMBERS = { name: 'x', project: '江城', datum: 'CGCS2000', notes: '示例数据,纯属虚构' };
const parse = (bytes: Uint8Array) =>
  JSON.parse(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)) as FeatureCollection &
    Record<string, unknown>;

const FINDING: Finding = {
  conflict: {
    id: 'national.near:S-1:P-1',
    rule: 'national.near',
    severity: 'prohibit',
    verdict: 'conflict',
    screening: 'over',
    subject: { layer: 'schools', id: 'S-1' },
    object: { layer: 'parcels', id: 'P-1' },
    relation: 'within-distance',
    distanceM: 143.2698765,
    thresholdM: 200,
    overlapM2: 5120.4321,
    objectShare: 0.62345678,
    zoneShare: 0.03,
    sharedEdgeM: null,
    evidence: 'ab12',
  },
  subjectName: '城东小学',
  objectName: '地块一',
  objectUse: '0701',
  objectScheme: 'MNR2023',
  districtId: 'D-1',
  box: [106, 31, 106.1, 31.1],
  objectBox: [106.05, 31, 106.1, 31.1],
  objectAreaM2: 8213,
};
const STANDING: Standing = {
  decision: decisionOf('d-1', { verdict: 'accepted', basisDoc: '〔2026〕12号', until: '2026-11-24' }),
  state: 'expired',
};
const PLAN = planOf([
  packRecord('national'),
  featureRecord('districts', 'D-1', { name: '江北' }),
  schoolRecord('S-1', { name: '城东小学', sections: [{ stage: 'primary', classes: 6 }], 备注: '原' }),
]);
const RULES = rulesById(PLAN);

describe('GeoJSON', () => {
  const ring: Position[] = [
    [0, 0],
    [0, 1],
    [1, 1],
    [1, 0],
    [0, 0],
  ];
  const hole: Position[] = [
    [0.2, 0.2],
    [0.4, 0.2],
    [0.4, 0.4],
    [0.2, 0.4],
    [0.2, 0.2],
  ];

  test('outer rings go counter-clockwise, holes clockwise, in every part', () => {
    const polygon: Polygon = { type: 'Polygon', coordinates: [ring, hole] };
    const turned = [ring.toReversed(), hole.toReversed()];
    expect(tidyGeometry(polygon).coordinates).toEqual(turned);
    const multi: MultiPolygon = { type: 'MultiPolygon', coordinates: [polygon.coordinates, turned] };
    expect(tidyGeometry(multi).coordinates).toEqual([turned, turned]);
  });

  test('no more than nine decimals, heights kept', () => {
    expect(
      tidyGeometry({ type: 'Point', coordinates: [106.01234567891234, 31.1, 412.5] }).coordinates,
    ).toEqual([106.012345679, 31.1, 412.5]);
  });

  test('schools keep their properties, and have what was computed beside them', () => {
    const analysis = { districtOf: { 'S-1': 'D-1' }, areaM2: { 'S-1': 12345.678 } };
    const bytes = exportSites(PLAN, 'schools', analysis, MEMBERS);
    expect(Array.from(bytes.subarray(0, 2))).toEqual([0x7b, 0x22]);
    const file = parse(bytes);
    expect(file).toMatchObject({ type: 'FeatureCollection', ...MEMBERS });
    expect(file.features).toHaveLength(1);
    expect(file.features[0]).toMatchObject({
      id: 'S-1',
      properties: {
        name: '城东小学',
        备注: '原',
        sections: [{ stage: 'primary', classes: 6 }],
        xz_district_id: 'D-1',
        xz_district_name: '江北',
        xz_area_m2: 12345.68,
      },
    });
  });

  test('an empty export is a FeatureCollection too', () => {
    expect(parse(exportSites(PLAN, 'reservations', null, MEMBERS)).features).toEqual([]);
  });

  test('conflicts carry rule, citation, measures and decision, flat', () => {
    const object = squareAt(106, 31);
    const file = parse(
      exportConflicts(
        [FINDING],
        { rules: RULES, standingOf: () => STANDING, geometryOf: ({ id }) => (id === 'P-1' ? object : null) },
        MEMBERS,
      ),
    );
    const [feature] = file.features;
    expect(feature?.geometry).toEqual(object);
    expect(feature?.properties).toEqual({
      id: 'national.near:S-1:P-1',
      rule: 'national.near',
      rule_zh: '规则 national.near',
      rule_en: 'Rule national.near',
      basis_kind: 'law',
      basis_code: '互联网上网服务营业场所管理条例(2022)',
      basis_clause: '第九条',
      basis_region: 'CN',
      basis_confidence: 'full-text',
      severity: 'prohibit',
      verdict: 'conflict',
      screening: 'over',
      relation: 'within-distance',
      subject_layer: 'schools',
      subject_id: 'S-1',
      subject_name: '城东小学',
      object_layer: 'parcels',
      object_id: 'P-1',
      object_name: '地块一',
      object_use: '0701',
      district_id: 'D-1',
      distance_m: 143.27,
      threshold_m: 200,
      overlap_m2: 5120.43,
      object_share: 0.623457,
      zone_share: 0.03,
      shared_edge_m: null,
      evidence: 'ab12',
      decision: 'accepted',
      decision_state: 'expired',
      decided_by: '甲',
      decided_at: '2026-11-20T08:00:00Z',
      decision_basis_doc: '〔2026〕12号',
      decision_reason: '压占校园控制范围',
      decision_until: '2026-11-24',
      geometry_of: 'object',
    });
  });

  test('a conflict without its object stands at its subject, else in its box', () => {
    const subject = squareAt(106, 31);
    const at = (geometryOf: GeometryOf) =>
      parse(exportConflicts([FINDING], { rules: RULES, standingOf: () => null, geometryOf }, MEMBERS))
        .features[0];
    expect(at(({ id }) => (id === 'S-1' ? subject : null))).toMatchObject({
      geometry: subject,
      properties: { geometry_of: 'subject' },
    });
    expect(at(() => null)).toMatchObject({
      properties: { geometry_of: 'box' },
      geometry: { type: 'Polygon' },
    });
  });

  test('zones carry their citation; catchments say that they are no enrolment districts', () => {
    const geometry = squareAt(106, 31) as Polygon;
    const zone = {
      subjectLayer: 'schools',
      subject: 'S-1',
      subjectName: '城东小学',
      rule: 'national.near',
      distanceM: 200,
      severity: 'prohibit',
      areaM2: 1.005,
    } as const;
    const zones = parse(
      exportZones(
        { type: 'FeatureCollection', features: [{ type: 'Feature', geometry, properties: zone }] },
        RULES,
        MEMBERS,
      ),
    );
    expect(zones.features[0]?.properties).toMatchObject({
      subject_id: 'S-1',
      basis_clause: '第九条',
      distance_m: 200,
    });
    const catchment = {
      school: 'S-1',
      schoolName: '城东小学',
      stage: 'primary',
      radiusM: 500,
      areaM2: 785398.2,
      residents: 1234,
    };
    const file = parse(
      exportCatchments(
        { type: 'FeatureCollection', features: [{ type: 'Feature', geometry, properties: catchment }] },
        MEMBERS,
      ),
    );
    expect(file.note).toBe(CATCHMENT_NOTE);
    expect(file.note).toContain('非学区划分');
    expect(file.features[0]?.properties).toMatchObject({
      school_name: '城东小学',
      residents: 1234,
      note: CATCHMENT_NOTE,
    });
  });
});

describe('CSV', () => {
  const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

  test('has a byte order mark, CRLF, and quotes where they are needed', () => {
    const bytes = csvFile([
      ['名称', 'a,b'],
      ['say "x"', 'two\nlines'],
      [1.5, null],
    ]);
    expect(Array.from(bytes.subarray(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    expect(text(bytes).slice(1)).toBe('名称,"a,b"\r\n"say ""x""","two\nlines"\r\n1.5,\r\n');
  });

  test.each([
    ['=1+2', "'=1+2"],
    ['+86 10', "'+86 10"],
    ['-cmd', "'-cmd"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=x', "'\t=x"],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
    ['-12.5', '-12.5'],
    ['城东小学', '城东小学'],
  ])('%s is written as %s', (cell, written) => {
    expect(text(csvFile([[cell]])).slice(1)).toBe(`${written}\r\n`);
  });

  test('negative numbers stay numbers', () => {
    expect(text(csvFile([[-3.5]])).slice(1)).toBe('-3.5\r\n');
  });

  test('the conflict table has its columns in the words given, and one row a conflict', () => {
    const bytes = exportConflictTable({
      findings: [FINDING],
      rules: RULES,
      districtName: () => '江北',
      standingOf: () => null,
      words: {
        header: (column) => `[${column}]`,
        word: (area, value) => `${area}:${value}`,
        use: (layer, code) => `${layer} ${code}`,
        pick: ({ en }) => en,
      },
    });
    const [header = '', row = '', ...rest] = text(bytes).slice(1).split('\r\n');
    expect(header.split(',')).toEqual(CONFLICT_COLUMNS.map((column) => `[${column}]`));
    const cells = Object.fromEntries(row.split(',').map((cell, index) => [CONFLICT_COLUMNS[index], cell]));
    expect(cells).toMatchObject({
      severity: 'severity:prohibit',
      'rule-title': 'Rule national.near',
      clause: '第九条',
      confidence: 'confidence:full-text',
      subject: '城东小学',
      district: '江北',
      'object-use': 'parcels 0701',
      'distance-m': '143.27',
      'overlap-m2': '5120.43',
      'shared-edge-m': '',
      decision: 'decision:open',
      'decision-state': '',
      reason: '',
    });
    expect(rest).toEqual(['']);
  });
});
