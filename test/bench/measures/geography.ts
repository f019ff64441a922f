import { createFrame } from '../../../src/geo/frame';
import { createSubjectMeter } from '../../../src/geo/subject-meter';
import { planarFrom } from '../../../src/geo/to-planar';
import { tableOfOne } from '../../../src/geo/shape-views';
import { randomSource } from '../../builders/random';
import { starRing } from '../../builders/shapes';
import { CITY_FRAME } from '../city/documents';
import { PostgresCluster } from '../peers/postgres-cluster';
import { percentile } from '../support/timing';

const REACH_M = 50_000;
const MOST_GAP_M = 1000;
/** Stars of less than this have no edge over 200 m. */
const RADIUS_M = 100;
const TOLERANCE_M = 0.05;

export interface GeographyTruth {
  readonly pairs: number;
  /** Pairs that a rule with the distance of PostGIS as its limit would miss. */
  readonly missed: number;
  /** How far the two are apart, metres, of 99 % of the pairs. */
  readonly usualM: number;
  /**
   * By how much PostGIS says more at most. On the spheroid it looks for the nearest edges on a sphere and now and then
   * takes the second nearest; GeographicLib agrees with the engine to a millimetre there.
   */
  readonly postgisOverM: number;
}

type Ring = readonly (readonly [number, number])[];

/**
 * Random pairs of polygons up to 50 km from the frame's centre, up to 1 km apart, their distances by the engine's
 * kernels and by PostGIS on the spheroid. Null where PostGIS is not installed.
 */
export async function geography({
  pairs,
  seed,
}: {
  pairs: number;
  seed: number;
}): Promise<GeographyTruth | null> {
  const cluster = PostgresCluster.start();
  if (!cluster) return null;
  try {
    const made = randomPairs(pairs, seed);
    cluster.run('CREATE UNLOGGED TABLE pairs (id int, a geography, b geography);');
    const rows = made.map(([a, b], n) => `${n}\t${textOf(a)}\t${textOf(b)}\n`);
    await cluster.copyInto('pairs', rows);
    const truth = cluster
      .run('SELECT ST_Distance(a, b) FROM pairs ORDER BY id;')
      .trim()
      .split('\n')
      .map(Number);
    let missed = 0;
    const differences = made.map(([a, b], n) => engineDistance(a, b) - truth[n]!);
    for (const difference of differences) if (difference > TOLERANCE_M) missed++;
    return {
      pairs,
      missed,
      usualM: percentile(differences.map(Math.abs), 0.99),
      postgisOverM: -percentile(differences, 0),
    };
  } finally {
    cluster.stop();
  }
}

const frame = createFrame(CITY_FRAME);

function engineDistance(a: Ring, b: Ring): number {
  const [subject, object] = [a, b].map((ring) =>
    planarFrom({ type: 'Polygon', coordinates: [ring.map((place) => [...place])] }, (lon, lat) =>
      frame.project(lon, lat),
    ),
  ) as [ReturnType<typeof planarFrom>, ReturnType<typeof planarFrom>];
  const k = frame.scaleAt((subject.minX + subject.maxX) / 2);
  return createSubjectMeter(subject).distance(tableOfOne(object), 0, Infinity) / k;
}

function randomPairs(count: number, seed: number): (readonly [Ring, Ring])[] {
  const random = randomSource(seed);
  const place = (reach: number): readonly [number, number] => {
    const [turn, far] = [2 * Math.PI * random(), reach * Math.sqrt(random())];
    return [far * Math.cos(turn), far * Math.sin(turn)];
  };
  const star = (x: number, y: number): Ring => {
    const corners = 3 + Math.floor(6 * random());
    const radii = Array.from({ length: corners }, () => RADIUS_M * (0.3 + 0.7 * random()));
    const ring = starRing(x, y, radii).map(([east, north]) =>
      frame.unproject(east, north).map((degrees) => Math.round(degrees * 1e9) / 1e9),
    ) as [number, number][];
    return [...ring, ring[0]!];
  };
  return Array.from({ length: count }, () => {
    const [x, y] = place(REACH_M);
    const [east, north] = place(MOST_GAP_M + RADIUS_M);
    return [star(x, y), star(x + east, y + north)] as const;
  });
}

function textOf(ring: Ring): string {
  return `POLYGON((${ring.map(([lon, lat]) => `${lon} ${lat}`).join(',')}))`;
}
