import type { EngineClient } from '../engine/client';
import { fromGaussKruger, toGaussKruger } from '../geo/gauss-kruger';
import { builtinPack, BUILTIN_PACK_IDS } from '../io/project/builtin-packs';
import { readRulePack } from '../io/project/rule-pack';
import { PALETTES } from '../domain/looks/palette';
import type { Services, ShippedPack } from '../ui/shared/services';

async function shippedPacks(): Promise<readonly ShippedPack[]> {
  const packs = await Promise.all(
    BUILTIN_PACK_IDS.map(async (id) => {
      const pack = readRulePack(await builtinPack(id), `${id}.json`);
      return pack.ok ? [{ source: `builtin:${id}`, pack: pack.value }] : [];
    }),
  );
  return packs.flat();
}

/** What the panels need of geometry, engine and map. */
export function createServices(engine: EngineClient): Services {
  return {
    runExamples: (rule) => engine.runExamples(rule),
    toGrid: (lon, lat) => toGaussKruger(lon, lat, { zoneWidth: 3, prefix: false }),
    fromGrid: fromGaussKruger,
    shippedPacks,
    palettes: PALETTES,
  };
}
