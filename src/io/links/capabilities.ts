import { message, type Message } from '../../domain/message';
import { err, ok, type Result } from '../../domain/result';
import type { HostAsker } from './host-asker';
import { originOf } from './origin-of';
import { wmsOffer, type WmsOffer } from './wms-capabilities';
import { wmtsOffer, type WmtsOffer } from './wmts-capabilities';
import { withParameters } from './with-parameters';
import { exceptionIn, readXml, type XmlElement } from './xml-tree';

/** Asks a service for a document in XML. What the service reports as a fault is one. */
export async function askXml(
  asker: HostAsker,
  address: string,
  signal?: AbortSignal,
): Promise<Result<XmlElement, Message>> {
  const host = originOf(address) ?? '';
  const answer = await asker.ask(address, { signal });
  if (!answer.ok) return answer;
  const root = await readXml(answer.value.bytes, host, signal);
  if (!root.ok) return root;
  const said = exceptionIn(root.value);
  return said === null ? root : err(message('link-refused', { host, detail: said }));
}

function capabilitiesAddress(address: string, service: 'WMTS' | 'WMS'): string | null {
  if (originOf(address) === null || !URL.canParse(address.trim())) return null;
  // A document at an address of its own, as services of plain files have it.
  if (/\.xml$/i.test(new URL(address.trim()).pathname)) return address.trim();
  return withParameters(address, {
    ...{ SERVICE: service, REQUEST: 'GetCapabilities' },
    ...(service === 'WMTS' ? { VERSION: '1.0.0' } : {}),
  });
}

export async function askWmts(asker: HostAsker, address: string): Promise<Result<WmtsOffer, Message>> {
  const asked = capabilitiesAddress(address, 'WMTS');
  if (asked === null) return err(message('link-no-address'));
  const root = await askXml(asker, asked);
  if (!root.ok) return root;
  const offer = wmtsOffer(root.value, address);
  return offer
    ? ok(offer)
    : err(message('link-no-service', { host: originOf(address) ?? '', service: 'WMTS' }));
}

/** Maps are asked for where the service says, which may be another host. */
export async function askWms(asker: HostAsker, address: string): Promise<Result<WmsOffer, Message>> {
  const asked = capabilitiesAddress(address, 'WMS');
  if (asked === null) return err(message('link-no-address'));
  const root = await askXml(asker, asked);
  if (!root.ok) return root;
  const offer = wmsOffer(root.value);
  if (!offer) return err(message('link-no-service', { host: originOf(address) ?? '', service: 'WMS' }));
  return ok({
    ...offer,
    address: originOf(offer.address) === null ? address : withKeysOf(offer.address, address),
  });
}

/** Parameters that the service's own address has not, e.g. a key. */
function withKeysOf(own: string, address: string): string {
  const given = Array.from(new URL(address.trim()).searchParams);
  const known = new Set(Array.from(new URL(own).searchParams.keys(), (name) => name.toLowerCase()));
  const isRequest = /^(?:service|request|version)$/i;
  const missing = given.filter(([name]) => !known.has(name.toLowerCase()) && !isRequest.test(name));
  return withParameters(own, Object.fromEntries(missing));
}
