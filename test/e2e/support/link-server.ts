import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mercatorOf } from '../../../src/geo/web-mercator';
import {
  ogcCollections,
  ogcItems,
  ogcLanding,
  wfsCapabilities,
  wfsFeatures,
  wmsCapabilities,
  wmtsCapabilities,
} from '../../builders/capabilities';
import { png, type Rgba } from '../../builders/png';

const SIDE = 256;
/** Features that `/ogc` serves: more than one page. */
const PARCELS = 1203;
/** Features that `/wfs` serves. */
const WFS_PARCELS = 12;
const GREEN: Rgba = [120, 190, 130, 255];
const RED: Rgba = [255, 0, 0, 255];
const BLUE: Rgba = [90, 120, 220, 255];

/** A stranger's server: tiles and services of the simplest kind, and the ways in which such servers refuse. */
export interface LinkServer {
  readonly origin: string;
  /** Paths that were asked for, with their queries. */
  readonly asked: string[];
  /** Where `/cross` draws a cross, in degrees of its own system. */
  crossAt: readonly [lon: number, lat: number];
  stop(): Promise<void>;
}

export async function startLinkServer(): Promise<LinkServer> {
  const asked: string[] = [];
  const state = { crossAt: [0, 0] as readonly [number, number] };
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const url = new URL(request.url ?? '', `http://${request.headers.host}`);
    if (!url.pathname.startsWith('/closed')) response.setHeader('access-control-allow-origin', '*');
    answer(url, request, response, state);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    get crossAt() {
      return state.crossAt;
    },
    set crossAt(place) {
      state.crossAt = place;
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function answer(
  url: URL,
  _request: IncomingMessage,
  response: ServerResponse,
  { crossAt }: { readonly crossAt: readonly [number, number] },
): void {
  const [, kind = '', ...rest] = url.pathname.split('/');
  const tile = rest.map((part) => Number(part.replace('.png', '')));
  const picture = (content: Buffer) => response.setHeader('content-type', 'image/png').end(content);
  const text = (type: string, content: string) => response.setHeader('content-type', type).end(content);
  switch (kind) {
    case 'plain':
    case 'closed':
      return void picture(png(SIDE, () => GREEN));
    case 'cross':
      return void picture(crossTile(crossAt, tile));
    case 'forbidden':
      response.statusCode = 403;
      return void text('text/plain', 'key');
    case 'login':
      return void text('text/html', '<!doctype html><title>登录</title>');
    case 'wmts':
      if (requestOf(url) === 'GetTile') return void picture(png(SIDE, () => BLUE));
      return void text('application/xml', wmtsCapabilities(`${url.origin}/wmts?`));
    case 'wms':
      if (requestOf(url) === 'GetMap') return void picture(png(SIDE, () => RED));
      return void text('application/xml', wmsCapabilities(`${url.origin}/wms?`));
    case 'wfs':
      if (requestOf(url) !== 'GetFeature') return void text('application/xml', wfsCapabilities());
      return void text('application/json', JSON.stringify(wfsFeatures(url, WFS_PARCELS, true)));
    case 'ogc': {
      const [, id] = rest;
      const document =
        rest.length === 0
          ? ogcLanding(`${url.origin}/ogc`)
          : id === undefined
            ? ogcCollections(`${url.origin}/ogc`)
            : ogcItems(url, PARCELS);
      return void text('application/json', JSON.stringify(document));
    }
    default:
      response.statusCode = 404;
      return void response.end();
  }
}

/** What a service of the old kind is asked for; its words come in any case. */
function requestOf(url: URL): string | undefined {
  return Array.from(url.searchParams).find(([name]) => name.toUpperCase() === 'REQUEST')?.[1];
}

/** Lines through a place, three pixels wide, over the whole pyramid. */
function crossTile([lon, lat]: readonly [number, number], [z = 0, x = 0, y = 0]: readonly number[]): Buffer {
  const [atX, atY] = mercatorOf(lon, lat).map((at) => Math.floor(at * 2 ** z * SIDE)) as [number, number];
  return png(SIDE, (column, row) => {
    const isNear = Math.abs(x * SIDE + column - atX) <= 1 || Math.abs(y * SIDE + row - atY) <= 1;
    return isNear ? RED : GREEN;
  });
}
