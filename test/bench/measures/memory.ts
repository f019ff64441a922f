import { EngineUnderTest } from '../support/engine-under-test';

export interface Memory {
  readonly parcels: number;
  readonly bytes: number;
  readonly attributeBytes: number;
}

/** What an engine with a city in it holds when nothing is under way and nothing has been found. */
export async function memory({ folder }: { folder: string }): Promise<Memory> {
  const before = heldBytes();
  const engine = await EngineUnderTest.open(folder);
  engine.forget();
  const bytes = heldBytes() - before;
  return { bytes, ...engine.parcelAttributes() };
}

function heldBytes(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
