import { boxOf } from '../support/boxes';
import type { FlatLayer, PlanarCity } from '../support/planar-city';
import { median } from '../support/timing';
import { PostgresCluster } from './postgres-cluster';
import { wkbOf } from './wkb';

/** Sides of a quarter circle in the tuned queries' zones: 0.3 m short of the arc at 1000 m. */
const QUARTER_SIDES = 32;

/** One conflict as PostGIS measures it: true metres and square metres (the frame's scale is taken out). */
export interface PostgisRow {
  readonly site: number;
  readonly parcel: number;
  readonly ruleM: number;
  readonly distanceM: number;
  readonly overlapM2: number;
}

export interface Totals {
  readonly conflicts: number;
  readonly overlapM2: number;
}

export interface TimedTotals extends Totals {
  readonly seconds: number;
  readonly variant: string;
}

/** The fastest variant of a query on one core, and on as many as PostGIS takes. */
export interface Fastest {
  readonly oneProcess: TimedTotals;
  readonly parallel: TimedTotals;
}

/** The city in PostGIS, in the same planar metres as everybody's; `k` of a site is the frame's scale there. */
export class Postgis {
  readonly #cluster: PostgresCluster;
  readonly #rulesM: readonly number[];
  #arePoints = false;

  /** Null where PostGIS is not installed. */
  static start(rulesM: readonly number[]): Postgis | null {
    const cluster = PostgresCluster.start();
    return cluster && new Postgis(cluster, rulesM);
  }

  private constructor(cluster: PostgresCluster, rulesM: readonly number[]) {
    this.#cluster = cluster;
    this.#rulesM = rulesM;
  }

  async loadParcels({ parcels }: PlanarCity): Promise<void> {
    this.#cluster.run(`
      DROP TABLE IF EXISTS parcels;
      CREATE UNLOGGED TABLE parcels (id int, geom geometry, area float8);`);
    await this.#cluster.copyInto('parcels (id, geom)', lines(parcels));
    this.#cluster.run(`
      UPDATE parcels SET area = ST_Area(geom);
      ALTER TABLE parcels ADD PRIMARY KEY (id);
      CREATE INDEX ON parcels USING gist (geom);
      CLUSTER parcels USING parcels_geom_idx;
      VACUUM ANALYZE parcels;`);
  }

  async loadSites({ sites, frame }: PlanarCity): Promise<void> {
    this.#arePoints = sites.shapes.types[0] === 0;
    this.#cluster.run(`
      DROP TABLE IF EXISTS sites, rules;
      CREATE UNLOGGED TABLE rules AS SELECT unnest(ARRAY[${this.#rulesM.join(',')}])::float8 AS d;
      CREATE UNLOGGED TABLE sites (id int PRIMARY KEY, geom geometry, k float8);`);
    const scale = (n: number) => {
      const [minX, , maxX] = boxOf(sites.shapes, n);
      return frame.scaleAt((minX + maxX) / 2);
    };
    await this.#cluster.copyInto('sites', lines(sites, scale));
    this.#cluster.run('VACUUM ANALYZE sites; ANALYZE rules;');
  }

  /** The check as a careful user of PostGIS writes it; the best of its variants, each the median of so many runs. */
  tuned(runs: number): Fastest {
    const variants = [
      { variant: 'two steps', prepare: this.#pairs(), query: totals(this.#twoSteps()) },
      { variant: 'one query', prepare: [], query: totals(this.#oneQuery()) },
    ];
    const zones = [
      'DROP TABLE IF EXISTS zones',
      `CREATE UNLOGGED TABLE zones AS SELECT s.id AS site, d, ST_Buffer(s.geom, d * s.k, 'quad_segs=${QUARTER_SIDES}') AS zone
         FROM sites s, rules`,
      'ANALYZE zones',
    ];
    return this.#fastest((parallel) =>
      variants.map(({ variant, prepare, query }) =>
        this.#timed(variant, runs, { parallel, statements: [...zones, ...prepare, query] }),
      ),
    );
  }

  /** The check as people write it: a query for every rule, zones by the default buffer where they are needed. */
  idiomatic(runs: number): Fastest {
    const query = this.#rulesM
      .map(
        (d) => `SELECT ST_Distance(p.geom, s.geom) / s.k AS distance,
                       ST_Area(ST_Intersection(p.geom, ST_Buffer(s.geom, ${d} * s.k))) / (s.k * s.k) AS overlap
                FROM sites s JOIN parcels p ON ST_DWithin(p.geom, s.geom, ${d} * s.k)`,
      )
      .join(' UNION ALL ');
    return this.#fastest((parallel) => [
      this.#timed('a query a rule', runs, { parallel, statements: [totals(query)] }),
    ]);
  }

  /** Milliseconds for the conflicts of one site that has just moved, for each of so many sites. */
  movedSite(count: number): number[] {
    const one = (n: number) => totals(this.#oneQuery(`(SELECT * FROM sites WHERE id = ${n})`, zonesOf(n)));
    const statements = Array.from({ length: count }, (_, n) => one(n));
    return this.#cluster
      .timed([...settings(false), ...statements])
      .milliseconds.slice(settings(false).length);
  }

  /** Every conflict, by site, parcel and rule: the truth that others are compared with. */
  rows(): PostgisRow[] {
    const sql = `${settings(true).join(';')};
      COPY (SELECT site, parcel, d, distance, overlap FROM (${this.#oneQuery('sites', fineZones())}) AS found
            ORDER BY site, parcel, d) TO STDOUT;`;
    return this.#cluster
      .run(sql)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split('\t').map(Number))
      .map(([site, parcel, ruleM, distanceM, overlapM2]) => ({
        site: site!,
        parcel: parcel!,
        ruleM: ruleM!,
        distanceM: distanceM!,
        overlapM2: overlapM2!,
      }));
  }

  stop(): void {
    this.#cluster.stop();
  }

  get #reach(): number {
    return Math.max(...this.#rulesM);
  }

  /** Far end of the parcel from the site's: a cheap proof that it lies wholly inside a point's zone. */
  #inside(parcel: string, site: string): string {
    return this.#arePoints ? `ST_MaxDistance(${parcel}, ${site}) <= z.d * k` : `ST_Covers(z.zone, ${parcel})`;
  }

  #pairs(): string[] {
    return [
      'DROP TABLE IF EXISTS pairs',
      `CREATE UNLOGGED TABLE pairs AS
         SELECT s.id AS site, s.k, s.geom AS ground, p.id AS parcel, p.geom, p.area,
                ST_Distance(p.geom, s.geom) AS distance
         FROM sites s JOIN parcels p ON ST_DWithin(p.geom, s.geom, ${this.#reach} * s.k)`,
      'ANALYZE pairs',
    ];
  }

  #twoSteps(): string {
    return this.#measured('pairs', 'zones');
  }

  #oneQuery(sites = 'sites', zones = 'zones'): string {
    // OFFSET 0 keeps the planner from measuring the distance once more for every rule.
    const pairs = `(SELECT s.id AS site, s.k, s.geom AS ground, p.id AS parcel, p.geom, p.area,
                           ST_Distance(p.geom, s.geom) AS distance
                    FROM ${sites} s JOIN parcels p ON ST_DWithin(p.geom, s.geom, ${this.#reach} * s.k) OFFSET 0)`;
    return this.#measured(pairs, zones);
  }

  #measured(pairs: string, zones: string): string {
    return `SELECT pair.site, parcel, z.d, distance / k AS distance,
                   CASE WHEN ${this.#inside('pair.geom', 'ground')} THEN pair.area
                        ELSE ST_Area(ST_Intersection(pair.geom, z.zone)) END / (k * k) AS overlap
            FROM ${pairs} AS pair JOIN ${zones} AS z ON z.site = pair.site AND distance <= z.d * k`;
  }

  #fastest(variants: (parallel: boolean) => readonly TimedTotals[]): Fastest {
    const [oneProcess, parallel] = [false, true].map((isParallel) =>
      variants(isParallel).reduce((best, next) => (next.seconds < best.seconds ? next : best)),
    );
    return { oneProcess: oneProcess!, parallel: parallel! };
  }

  #timed(
    variant: string,
    runs: number,
    { parallel, statements }: { parallel: boolean; statements: readonly string[] },
  ): TimedTotals {
    const all = [...settings(parallel), ...statements];
    const taken = Array.from({ length: runs }, () => {
      const { milliseconds, rows } = this.#cluster.timed(all);
      const counted = milliseconds.slice(settings(parallel).length);
      const [conflicts, overlapM2] = rows.at(-1)!.split('|').map(Number);
      return {
        seconds: counted.reduce((sum, ms) => sum + ms, 0) / 1000,
        conflicts: conflicts!,
        overlapM2: overlapM2!,
      };
    });
    return { ...taken[0]!, variant, seconds: median(taken.map(({ seconds }) => seconds)) };
  }
}

function lines(layer: FlatLayer, extra?: (n: number) => number): Iterable<string> {
  return (function* () {
    for (let n = 0; n < layer.size; n++) {
      const last = extra ? `\t${extra(n)}` : '';
      yield `${n}\t${wkbOf(layer.shapes, n).toString('hex')}${last}\n`;
    }
  })();
}

function totals(query: string): string {
  return `SELECT count(*), sum(overlap) FROM (${query}) AS found`;
}

function zonesOf(site: number): string {
  return `(SELECT s.id AS site, d, ST_Buffer(s.geom, d * s.k, 'quad_segs=${QUARTER_SIDES}') AS zone
           FROM sites s, rules WHERE s.id = ${site} OFFSET 0)`;
}

/** Zones whose chords lie within 2 mm of the arcs at 1000 m. */
function fineZones(): string {
  return `(SELECT s.id AS site, d, ST_Buffer(s.geom, d * s.k, 'quad_segs=400') AS zone FROM sites s, rules OFFSET 0)`;
}

function settings(parallel: boolean): string[] {
  return [
    `SET max_parallel_workers_per_gather = ${parallel ? 2 : 0}`,
    'SET min_parallel_table_scan_size = 0',
    'SET parallel_setup_cost = 0',
    'SET jit = off',
  ];
}
