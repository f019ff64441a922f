import { message, type Message } from '../../../domain/message';
import { err, ok, type Result } from '../../../domain/result';
import { isObject } from '../../import/raw';
import { askXml } from '../capabilities';
import type { HostAsker } from '../host-asker';
import { originOf } from '../origin-of';
import { exceptionIn, readXml } from '../xml-tree';
import { withParameters } from '../with-parameters';
import type { FeatureService, JsonPage } from './feature-service';
import { collectionsAddress, ogcApiService } from './ogc-api';
import { wfsService } from './wfs';

/** Asks an address what features it gives: the landing page or collections of an OGC API, or a WFS. */
export async function askFeatureService(
  asker: HostAsker,
  address: string,
  signal?: AbortSignal,
): Promise<Result<FeatureService, Message>> {
  const host = originOf(address);
  if (host === null || !URL.canParse(address.trim())) return err(message('link-no-address'));
  if (/\bwfs\b/i.test(address) || /[?&]service=/i.test(address)) return askWfs(asker, address, signal);
  const page = await askJson(asker, withParameters(address, { f: 'json' }), signal);
  if (!page.ok) {
    const isWfs = page.error.code === 'link-xml' || page.error.code === 'link-refused';
    return isWfs ? askWfs(asker, address, signal) : page;
  }
  const service = ogcApiService(page.value, address);
  if (service) return ok(service);
  const collections = collectionsAddress(page.value, address);
  const none = message('link-no-features', { host });
  if (collections === null) return err(none);
  const list = await askJson(asker, withParameters(collections, { f: 'json' }), signal);
  if (!list.ok) return list;
  const listed = ogcApiService(list.value, collections);
  return listed ? ok(listed) : err(none);
}

async function askWfs(
  asker: HostAsker,
  address: string,
  signal?: AbortSignal,
): Promise<Result<FeatureService, Message>> {
  const host = originOf(address) ?? '';
  const asked = withParameters(address, { service: 'WFS', request: 'GetCapabilities' });
  const root = await askXml(asker, asked, signal);
  if (!root.ok) return root;
  const service = wfsService(root.value, address);
  return service ? ok(service) : err(message('link-no-service', { host, service: 'WFS' }));
}

/** Asks for a JSON object; says what came instead of one. */
export async function askJson(
  asker: HostAsker,
  address: string,
  signal?: AbortSignal,
): Promise<Result<JsonPage, Message>> {
  const host = originOf(address) ?? '';
  const headers = { accept: 'application/geo+json, application/json' };
  const answer = await asker.ask(address, { signal, headers, timeoutMs: 60_000 });
  if (!answer.ok) return answer;
  const text = new TextDecoder().decode(answer.value.bytes);
  if (/^\s*</.test(text)) {
    const root = await readXml(answer.value.bytes, host, signal);
    if (!root.ok) return root;
    const said = exceptionIn(root.value);
    return err(
      said === null ? message('link-xml', { host }) : message('link-refused', { host, detail: said }),
    );
  }
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? ok(value) : err(message('link-no-json', { host }));
  } catch {
    return err(message('link-no-json', { host }));
  }
}
