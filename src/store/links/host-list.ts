import type { BaseMap } from '../../domain/base-map';
import type { LinkSettings } from '../../io/links/link-settings';
import { originOf } from '../../io/links/origin-of';
import { sourceAddress } from '../../io/links/tile-url';

/** What a host is asked for. */
export type HostUse =
  | { readonly kind: 'base-map'; readonly title: string }
  | { readonly kind: 'service'; readonly address: string };

/** The origin that a base map asks; null for a file, and for an address that is none. */
export function baseMapOrigin({ source }: Pick<BaseMap, 'source'>): string | null {
  const address = sourceAddress(source);
  return address === null ? null : originOf(address);
}

/** What a host that was added is used for. */
export function usesOf(origin: string, { baseMaps, services }: LinkSettings): readonly HostUse[] {
  return [
    ...baseMaps
      .filter((map) => baseMapOrigin(map) === origin)
      .map(({ title }): HostUse => ({ kind: 'base-map', title })),
    ...services
      .filter((address) => originOf(address) === origin)
      .map((address): HostUse => ({ kind: 'service', address })),
  ];
}
