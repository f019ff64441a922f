import { TIANDITU_LAYERS, type BaseMap, type TiandituLayer } from '../../../domain/base-map';
import type { BaseMapDraft, PmtilesArchive, WmsOffer, WmtsOffer } from '../../../store/links/links-store';

export const SOURCE_KINDS = ['xyz', 'tianditu', 'wmts', 'wms', 'pmtiles', 'pmtiles-file'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** What is typed and chosen of a base map to be added. */
export interface BaseMapFields {
  readonly kind: SourceKind;
  readonly address: string;
  readonly key: string;
  readonly tianditu: TiandituLayer;
  readonly title: string;
  readonly attribution: string;
  readonly maxZoom: string;
  readonly isGcj02: boolean;
  /** Chosen of what the service offers. */
  readonly layer: string;
  readonly set: string;
}

export const EMPTY_FIELDS: BaseMapFields = {
  kind: 'xyz',
  address: '',
  key: '',
  tianditu: 'vec',
  title: '',
  attribution: '',
  maxZoom: '18',
  isGcj02: false,
  layer: '',
  set: '',
};

/** What a service said it has, for the address that it was asked at. */
export type Offer =
  | { readonly kind: 'wmts'; readonly offer: WmtsOffer }
  | { readonly kind: 'wms'; readonly offer: WmsOffer }
  | { readonly kind: 'pmtiles'; readonly archive: PmtilesArchive; readonly file: string | null };

/** As text, to outlive a reload. */
export function fieldsAsText(fields: BaseMapFields): Record<string, string> {
  return { ...fields, isGcj02: fields.isGcj02 ? 'yes' : '' };
}

export function fieldsFromText(text: Readonly<Record<string, string>>): BaseMapFields {
  const kind = SOURCE_KINDS.find((each) => each === text.kind) ?? EMPTY_FIELDS.kind;
  const tianditu = TIANDITU_LAYERS.find((each) => each === text.tianditu) ?? EMPTY_FIELDS.tianditu;
  return { ...EMPTY_FIELDS, ...text, kind, tianditu, isGcj02: text.isGcj02 === 'yes' };
}

/** The base map that was described; null while something is missing. */
export function draftOf(fields: BaseMapFields, offer: Offer | null, words: DraftWords): BaseMapDraft | null {
  const address = fields.address.trim();
  const parts = partsOf({ ...fields, address }, offer, words);
  if (!parts) return null;
  const { title, attribution, ...rest } = parts;
  return {
    ...{ shown: true, opacity: 1, isGcj02: fields.isGcj02, minZoom: 0, tileSize: 256 },
    title: fields.title.trim() || title,
    attribution: fields.attribution.trim() || attribution,
    ...rest,
  };
}

export interface DraftWords {
  readonly tianditu: (layer: TiandituLayer) => string;
  readonly tiandituOwner: string;
}

type Parts = Pick<BaseMap, 'title' | 'attribution' | 'maxZoom' | 'source'> &
  Partial<Pick<BaseMap, 'minZoom' | 'tileSize' | 'isGcj02'>>;

function partsOf(fields: BaseMapFields, offer: Offer | null, words: DraftWords): Parts | null {
  const { kind, address } = fields;
  const own = { title: hostOf(address), attribution: '' };
  switch (kind) {
    case 'xyz': {
      const maxZoom = Number(fields.maxZoom);
      const isZoom = Number.isInteger(maxZoom) && maxZoom >= 0 && maxZoom <= 24;
      return isTileTemplate(address) && isZoom
        ? { ...own, maxZoom, source: { kind, template: address } }
        : null;
    }
    case 'tianditu': {
      const { tianditu: layer } = fields;
      const key = fields.key.trim();
      if (key === '') return null;
      const named = { title: words.tianditu(layer), attribution: words.tiandituOwner };
      return { ...named, isGcj02: false, minZoom: 1, maxZoom: 18, source: { kind, layer, key } };
    }
    case 'wmts': {
      if (offer?.kind !== 'wmts') return null;
      const layer = offer.offer.layers.find(({ id }) => id === fields.layer);
      const choice = layer?.choices.find(({ set }) => set === fields.set) ?? layer?.choices[0];
      if (!layer || !choice) return null;
      const { template, matrices, minZoom, maxZoom, tileSize } = choice;
      const named = { title: layer.title, attribution: offer.offer.provider };
      return { ...named, minZoom, maxZoom, tileSize, source: { kind, template, matrices } };
    }
    case 'wms': {
      if (offer?.kind !== 'wms') return null;
      const { version, address: asked, format, layers, provider } = offer.offer;
      const layer = layers.find(({ name }) => name === fields.layer);
      if (!layer?.crs) return null;
      const source = { kind, address: asked, version, layers: layer.name, crs: layer.crs, format } as const;
      return { title: layer.title, attribution: provider, maxZoom: 22, source };
    }
    case 'pmtiles':
    case 'pmtiles-file': {
      if (offer?.kind !== 'pmtiles') return null;
      const { content, minZoom, maxZoom, attribution } = offer.archive;
      const source = offer.file === null ? ({ kind: 'pmtiles', address, content } as const) : null;
      const file = offer.file ?? '';
      return {
        ...{ title: offer.file ?? own.title, attribution, minZoom, maxZoom },
        ...(content.kind === 'vector' ? { isGcj02: false } : {}),
        source: source ?? { kind: 'pmtiles-file', file, content },
      };
    }
  }
}

/** Whether an address has the places for a tile's zoom, column and row. */
export function isTileTemplate(address: string): boolean {
  return ['{z}', '{x}'].every((place) => address.includes(place)) && /\{-?y\}/.test(address);
}

function hostOf(address: string): string {
  return /^https?:\/\/([^/]+)/.exec(address)?.[1] ?? address;
}
