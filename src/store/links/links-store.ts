import type { StoreApi } from 'zustand/vanilla';
import type { BaseMap } from '../../domain/base-map';
import type { Message } from '../../domain/message';
import type { Result } from '../../domain/result';
import type { TileAddress } from '../../domain/tile-address';
import type { PaceOptions } from '../../io/import/pace';
import type { DroppedFile } from '../../io/import/sources/source-tool';
import type { PmtilesPlace, TileBytes } from '../../io/links/base-tiles';
import type { FeatureService, ServedCollection } from '../../io/links/features/feature-service';
import type { LinkSettings } from '../../io/links/link-settings';
import type { PmtilesArchive } from '../../io/links/pmtiles-archive';
import type { WmsOffer } from '../../io/links/wms-capabilities';
import type { WmtsOffer } from '../../io/links/wmts-capabilities';

/** A base map before it is one of the list. */
export type BaseMapDraft = Omit<BaseMap, 'id'>;

/** What was being filled in when the page was loaded anew, to go on with. */
export interface LinkForm {
  readonly dialog: 'base-maps' | 'services';
  readonly fields: Readonly<Record<string, string>>;
}

export interface LinksState extends LinkSettings {
  /** Origins that the user lets this page ask, from the next loading on. */
  readonly hosts: readonly string[];
  /** What a reload has interrupted, until its dialog closes. */
  readonly form: LinkForm | null;
  /** What last went wrong with a base map, by its id. */
  readonly problems: ReadonlyMap<string, Message>;
}

/** A tile that came when a base map was tried. */
export interface TriedTile extends TileAddress {
  readonly bytes: number;
}

/** How much of a collection is wanted. */
export interface FetchWish extends PaceOptions {
  readonly service: FeatureService;
  readonly collection: ServedCollection;
  /** As the service was asked, for the record of the layer. */
  readonly address: string;
  /** Only what lies at the project. */
  readonly onlyHere: boolean;
  readonly most: number;
}

export interface FetchedFile {
  readonly file: DroppedFile;
  readonly count: number;
  /** Whether there are more than were wanted. */
  readonly isCut: boolean;
}

/**
 * Services on the network that the user has added: base maps, and hosts that layers come from. All of it belongs to
 * this machine; nothing of it goes into a project, journal, report or bundle.
 */
export interface LinksStore extends StoreApi<LinksState> {
  /** Origins that the policy of the page as it is lets it ask. */
  readonly opened: ReadonlySet<string>;
  /** Loads the page anew, so that hosts that were added or removed take effect. */
  reload(form: LinkForm | null): void;
  forgetForm(): void;

  addHost(origin: string): void;
  /** Base maps of the host stay in the list, and are asked no more; addresses of services there are forgotten. */
  removeHost(origin: string): void;

  addBaseMap(draft: BaseMapDraft): void;
  changeBaseMap(id: string, changes: Partial<BaseMapDraft>): void;
  /** Higher (−1) or lower (1) by one place. */
  moveBaseMap(id: string, by: -1 | 1): void;
  /** A host that nothing else is asked of goes with it. */
  removeBaseMap(id: string): void;
  addService(address: string): void;

  /** A tile of a base map; a fault is remembered as its problem. Rejects with the signal's reason on abort. */
  tile(id: string, address: TileAddress, signal?: AbortSignal): Promise<Result<TileBytes, Message>>;
  /** Loads one tile at the project. */
  tryBaseMap(draft: BaseMapDraft): Promise<Result<TriedTile, Message>>;
  /** Asks what a service has. */
  wmtsAt(address: string): Promise<Result<WmtsOffer, Message>>;
  wmsAt(address: string): Promise<Result<WmsOffer, Message>>;
  openArchive(place: PmtilesPlace): Promise<Result<PmtilesArchive, Message>>;

  /** Asks what features a service has. */
  featuresAt(address: string, signal?: AbortSignal): Promise<Result<FeatureService, Message>>;
  /** Fetches features as a file to be imported. Rejects with the signal's reason on abort. */
  fetchFile(wish: FetchWish): Promise<Result<FetchedFile, Message>>;
}

export type { FeatureService, PmtilesArchive, ServedCollection, WmsOffer, WmtsOffer };
export { originOf, withoutQuery } from '../../io/links/origin-of';
