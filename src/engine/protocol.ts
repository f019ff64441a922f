import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import type { AnalysisDelta, AnalysisTables, FindingCounts } from '../domain/analysis';
import type { Appraisal, AppraisalTarget, FoundFeature } from '../domain/appraisal';
import type { CheckDigest, CheckReport, ReportHead } from '../domain/check-report';
import type { StateComparison } from '../domain/compare/state-comparison';
import type { Conflict, FeatureRef, FeatureNotice, Finding } from '../domain/conflict';
import type { ConflictShapes } from '../domain/conflict-shapes';
import type { GeoFeature, LonLatBox } from '../domain/feature';
import type { ImportReport } from '../domain/import-report';
import type { LayerOffset } from '../domain/layer-offset';
import type { LayerOutline, OutlinedLayer } from '../domain/layer-outline';
import type { LandSketch, SketchRequest } from '../domain/land-sketch';
import type { CollectionName, LayerName } from '../domain/layer';
import type { Revision } from '../io/import/revision';
import type { PlanRecord } from '../domain/plan';
import type { PlanDiff } from '../domain/plan-diff';
import type { FrameCentre } from '../domain/project';
import type { Rule, RuleExample } from '../domain/rule';
import type { TileAddress } from '../domain/tile-address';

/** How far a long job has come; `done` of `total` in whatever it counts. */
export interface Progress {
  readonly step: 'reading' | 'indexing' | 'checking' | 'coverage' | 'comparing';
  readonly done: number;
  readonly total: number;
}

export interface InspectRequest {
  readonly file: string;
  readonly layer: LayerName;
  /** Bytes are transferred, not copied, by the client; a file is read where the engine is. */
  readonly bytes: Uint8Array | Blob;
  readonly idField?: string;
  /** Take latitude-first coordinates at the user's word. */
  readonly swapAxes?: boolean;
  readonly districtsBox?: LonLatBox | null;
  /** Of the project, to name the grid zone of planar coordinates. */
  readonly frame?: FrameCentre | null;
  /** An empty FeatureCollection is an empty layer, not a mistake. */
  readonly allowEmpty?: boolean;
  /** The features come back, whatever the layer, and nothing of the file is kept. */
  readonly once?: boolean;
  /** With a `LayerPreview`. */
  readonly preview?: boolean;
  /** Issues say what repairs do to areas, and what could be mended: takes longer. */
  readonly measureRepairs?: boolean;
}

/** Where a layer lies, before it is taken. */
export interface LayerPreview {
  /** Null where it has no feature. */
  readonly outline: LayerOutline | null;
  /** Against the layers of the plan that share some of its vertices; null where nothing can be told. */
  readonly offset: LayerOffset | null;
}

/** A file that was inspected, and what of it is to be left out or mended. */
export interface ReviseRequest extends Revision {
  readonly file: string;
  /** Copied to where the engine runs; a file is read there. */
  readonly bytes: Uint8Array | Blob;
}

/**
 * What reading one file gave. The worker keeps the features of reference layers under `report.hash`; the features
 * of a collection, and of a file that is read `once`, come back.
 */
export interface InspectReply {
  readonly report: ImportReport;
  readonly features: readonly { readonly id: string; readonly feature: GeoFeature }[] | null;
  readonly members: Readonly<Record<string, unknown>>;
  readonly unread: readonly unknown[];
  /** The first rows, for the preview; none of a layer recalled. */
  readonly sample: readonly GeoFeature[];
  /** Where it was asked for. */
  readonly preview?: LayerPreview;
}

export interface LoadRequest {
  readonly records: readonly PlanRecord[];
  readonly revision: number;
  /** What reading the collections rejected and repaired; reference layers know their own. */
  readonly notices?: {
    readonly rejected: readonly FeatureNotice[];
    readonly repaired: readonly FeatureNotice[];
  };
}

/** A site in hand, or land for a proposal; not yet in the plan. */
export interface Draft {
  readonly collection: Exclude<CollectionName, 'districts'> | 'parcels';
  readonly feature: GeoFeature;
  /** Id of the record that it would replace; null for a new one. */
  readonly replaces: string | null;
}

export interface Preview {
  /** In their order; where they are many, the gravest. */
  readonly findings: readonly Finding[];
  /** Of all of them. */
  readonly counts: FindingCounts;
  readonly zones: FeatureCollection<Polygon | MultiPolygon, ZoneProperties>;
  readonly catchments: FeatureCollection<Polygon | MultiPolygon, CatchmentProperties>;
  readonly areaM2: number | null;
  readonly districtId: string | null;
  /** Residents inside the largest catchment; null where the stage has none or no population is loaded. */
  readonly residents: number | null;
}

export interface ZoneProperties {
  readonly subjectLayer: LayerName;
  readonly subject: string;
  readonly subjectName: string;
  readonly rule: string;
  readonly distanceM: number;
  readonly severity: string;
  readonly areaM2: number;
}

export interface CatchmentProperties {
  readonly school: string;
  readonly schoolName: string;
  readonly stage: string;
  readonly radiusM: number;
  readonly areaM2: number;
  readonly residents: number | null;
  /** Always: 服务半径覆盖范围,非学区划分. */
  readonly note: string;
}

/** What a conflict is about. */
export type ConflictRef = Pick<Conflict, 'rule' | 'subject' | 'object'>;

/** Another state of the project, to be compared with the one that is loaded. */
export interface CompareRequest {
  readonly records: readonly PlanRecord[];
  /** Whether it is the earlier of the two, or what the loaded one would become. */
  readonly otherIs: 'before' | 'after';
  /** Entries of each list, at most. */
  readonly limit: number;
  /** One of its reference layers was written by another program. */
  readonly isEditedElsewhere: boolean;
  /** The day on which decisions must still hold, YYYY-MM-DD. */
  readonly asOf: string;
}

/** Which zones or catchments to draw; absent lists mean all. */
export interface ZoneQuery {
  readonly subjects?: readonly FeatureRef[];
  readonly rules?: readonly string[];
}

export interface CatchmentQuery {
  readonly schools?: readonly string[];
  readonly stages?: readonly string[];
}

export interface ExampleResult {
  readonly index: number;
  readonly expect: RuleExample['expect'];
  readonly got: RuleExample['expect'];
}

/** Lines to snap to: `xy` is lon/lat pairs, line `i` ends before vertex `ends[i]`. */
export interface SnapLines {
  readonly lonLat: Float64Array;
  readonly ends: Uint32Array;
}

/** Some features of a layer, as they are handed on without being made objects of. */
export interface LayerLines {
  /** GeoJSON in UTF-8, each feature ended by a line break. */
  readonly lines: Uint8Array<ArrayBuffer>;
  readonly count: number;
  /** Where to go on; null at the end. */
  readonly next: number | null;
}

/** How a geometry is written: as it is kept, or with the turning and decimals that RFC 7946 asks for. */
export type GeometryForm = 'kept' | 'tidy';

/** A reference layer that was read before, perhaps in another session, by the SHA-256 of its file. */
export interface RecallRequest extends Pick<InspectRequest, 'file' | 'layer' | 'idField'> {
  readonly hash: string;
}

/** The engine as its callers see it, in a worker or inline. Results are of the plan as last loaded or updated. */
export interface EngineApi {
  /** Reads and checks one file. Rejects with an `AbortError` when cancelled. */
  inspect(
    request: InspectRequest,
    job: string,
    onProgress: (progress: Progress) => void,
  ): Promise<InspectReply>;
  /** The file as it is taken after the user's word on its repairs (`reviseLayer`); nothing of it is kept here. */
  revise(request: ReviseRequest, job: string, onProgress: (progress: Progress) => void): Promise<Blob>;
  /** As `inspect`, of a layer that is kept where the engine runs, without parsing it; null where it is not. */
  recall(request: RecallRequest): Promise<InspectReply | null>;
  /** The layers of the plan, thinned for a small drawing. */
  outlines(): Promise<readonly OutlinedLayer[]>;
  /** Whether the file of a layer that was inspected is kept beyond this session; waits until that is known. */
  isKept(hash: string): Promise<boolean>;
  /** The file of a layer that is kept; null where it is not. */
  keptFile(hash: string): Promise<Blob | null>;
  /** Lets go of the files that are kept and are not among these, nor were inspected in this session. */
  keepOnly(hashes: readonly string[]): Promise<void>;
  /** Takes a whole plan and computes everything. Its reference layers must have been inspected. */
  load(request: LoadRequest, job: string, onProgress: (progress: Progress) => void): Promise<AnalysisTables>;
  /** Computes another state too, whose reference layers must have been inspected, and tells how the two differ. */
  compare(
    request: CompareRequest,
    job: string,
    onProgress: (progress: Progress) => void,
  ): Promise<StateComparison>;
  /** Findings `from … from + count - 1` in the order in which they are listed; fewer at the end. */
  findings(from: number, count: number): Promise<readonly Finding[]>;
  /** Findings by their conflicts' ids, in the order of the ids; null where there is no such conflict (any more). */
  conflictsById(ids: readonly string[]): Promise<readonly (Finding | null)[]>;
  /** Recomputes what a change touches; its revision, once that is done. */
  update(diff: PlanDiff, revision: number): Promise<number>;
  /** What all changes since this was last asked for, or since the plan was loaded, have changed. */
  changes(): Promise<AnalysisDelta>;
  preview(draft: Draft): Promise<Preview>;
  /** What every rule says of a parcel, or of land that is not in the plan; null where there is no such parcel. */
  appraise(target: AppraisalTarget): Promise<Appraisal | null>;
  /** That land with its surroundings at a true scale, for printing; null where there is no such parcel. */
  landSketch(request: SketchRequest): Promise<LandSketch | null>;
  /** Features of a layer whose id or name holds a text, at most `limit`. */
  featuresNamed(layer: LayerName, text: string, limit: number): Promise<readonly FoundFeature[]>;
  zones(query: ZoneQuery): Promise<FeatureCollection<Polygon | MultiPolygon, ZoneProperties>>;
  catchments(query: CatchmentQuery): Promise<FeatureCollection<Polygon | MultiPolygon, CatchmentProperties>>;
  /** The part of the object inside the subject's zone, for drawing; null where there is none. */
  overlapShape(conflict: ConflictRef): Promise<Polygon | MultiPolygon | null>;
  /** Where subject and object come nearest to each other, lon/lat; null where they touch or overlap. */
  nearestPoints(conflict: ConflictRef): Promise<readonly [Position, Position] | null>;
  /** Everything that a map of a conflict shows. */
  conflictShapes(conflict: ConflictRef): Promise<ConflictShapes>;
  /**
   * A Mapbox Vector Tile of a reference layer, in a layer of its name: features have their id in `_id` and nothing
   * else but what the map draws by (see `map/`). Parcels too many to be told apart are squares of the prevailing land
   * use, without an id. null where the layer has nothing in the tile, or is not in the project.
   */
  tile(layer: LayerName, address: TileAddress): Promise<Uint8Array | null>;
  /** The zoom from which all that is in a layer's tiles has an id; 0 where that is so everywhere. */
  detailZoom(layer: LayerName): Promise<number>;
  /** Boxes of features, lon/lat: west, south, east and north of each; NaN for one that is not in the layer. */
  boxes(layer: LayerName, ids: readonly string[]): Promise<Float64Array>;
  /** A feature of any layer, whole. */
  feature(ref: FeatureRef): Promise<GeoFeature | null>;
  /** Features of a layer as they are now, at most `count`, from where the last call ended; begins with 0. */
  layerLines(layer: LayerName, from: number, count: number): Promise<LayerLines>;
  /** Geometries of features of any layer as JSON, in the order of the refs; null for one that is not there. */
  geometryTexts(refs: readonly FeatureRef[], form: GeometryForm): Promise<readonly (string | null)[]>;
  /** Boundaries and lines of districts, parcels and roads in a box, for snapping. At most `limit` vertices. */
  snapLines(box: LonLatBox, limit: number): Promise<SnapLines>;
  runExamples(rule: Rule): Promise<readonly ExampleResult[]>;
  /** Distances and area of a sketch are measured by the engine too, so that they agree with the record. */
  measure(feature: GeoFeature, frame: FrameCentre): Promise<{ areaM2: number; perimeterM: number }>;
  /**
   * The whole answer of a check, of the plan as it is now: the JSON contract of the command line. `asOf` (YYYY-MM-DD)
   * is the day on which decisions must still hold.
   */
  report(asOf: string): Promise<CheckReport>;
  /** Of the same answer, what it can be known again by. */
  digest(asOf: string): Promise<CheckDigest>;
  /** The same without the conflicts. */
  reportHead(asOf: string): Promise<ReportHead>;
  /** Gives up the job of that name, if it still runs. */
  cancel(job: string): void;
}

/** The engine in a worker, which other workers can ask too. */
export interface EngineWorkerApi extends EngineApi {
  /** Answers on a port what an export of conflicts asks. */
  connect(port: MessagePort): void;
}

/** What is answered on such a port. */
export type ConnectedApi = Pick<EngineApi, 'findings' | 'geometryTexts'>;
