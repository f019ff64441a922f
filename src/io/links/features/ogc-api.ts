import { isObject } from '../../import/raw';
import { withParameters } from '../with-parameters';
import type { FeatureService, JsonPage, ServedCollection } from './feature-service';

/** Links of OGC API documents (RFC 8288), with their short and their full relations. */
const DATA = /(?:^|\/)data$/;
const ITEMS = /(?:^|\/)items$/;
const OWN_PARAMETERS = /^(?:f|limit|bbox|offset|startindex|cursor|token)$/i;

interface Link {
  readonly rel: string;
  readonly type: string;
  readonly href: string;
}

/** Where the collections of an OGC API are, by its landing page; null where the document is none. */
export function collectionsAddress(document: JsonPage, address: string): string | null {
  const link = preferred(linksOf(document, address), DATA);
  return link === null ? null : likeAsked(link, address);
}

/** What an OGC API – Features (OGC 17-069r4) gives, by the list of its collections; null where that is none. */
export function ogcApiService(document: JsonPage, address: string): FeatureService | null {
  const { collections } = document;
  if (!Array.isArray(collections)) return null;
  return {
    kind: 'ogc-api',
    collections: collections.filter(isObject).flatMap((each) => servedCollection(each, address)),
    nextPage(page, asked) {
      const next = linksOf(page, asked).find(({ rel }) => rel === 'next');
      return next ? likeAsked(next.href, asked) : null;
    },
  };
}

function servedCollection(collection: JsonPage, address: string): ServedCollection[] {
  const { id, title, itemType = 'feature' } = collection;
  if (typeof id !== 'string' || itemType !== 'feature') return [];
  const own = new URL(address.trim());
  const items =
    preferred(linksOf(collection, address), ITEMS) ??
    `${own.origin}${own.pathname.replace(/\/$/, '')}/${encodeURIComponent(id)}/items`;
  return [
    {
      id,
      title: typeof title === 'string' && title !== '' ? title : id,
      isGeojson: true,
      firstPage: ({ box, limit }) =>
        withParameters(likeAsked(items, address), {
          ...{ f: 'json', limit },
          ...(box ? { bbox: box.join(',') } : {}),
        }),
    },
  ];
}

function linksOf({ links }: JsonPage, base: string): Link[] {
  if (!Array.isArray(links)) return [];
  return links.filter(isObject).flatMap(({ rel, type, href }) => {
    if (typeof rel !== 'string' || typeof href !== 'string' || !URL.canParse(href, base)) return [];
    return [{ rel, type: typeof type === 'string' ? type : '', href: new URL(href, base).href }];
  });
}

/** Of links to the same in several forms, the one in JSON. */
function preferred(links: readonly Link[], rel: RegExp): string | null {
  const all = links.filter((link) => rel.test(link.rel));
  return (
    (all.find(({ type }) => /json/i.test(type)) ?? all.find(({ type }) => !/html/i.test(type)))?.href ?? null
  );
}

/**
 * A link as it can be followed. Services behind a gateway often name a host that only they know: the host that was
 * asked stands for it. What was asked besides, such as a key, is asked again.
 */
function likeAsked(link: string, asked: string): string {
  const own = new URL(asked.trim());
  const { pathname, search } = new URL(link);
  const url = new URL(own.origin + pathname + search);
  for (const [name, value] of own.searchParams) {
    if (!OWN_PARAMETERS.test(name) && !url.searchParams.has(name)) url.searchParams.set(name, value);
  }
  return url.href;
}
