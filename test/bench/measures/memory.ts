import { setTimeout } from 'node:timers/promises';
import { EngineUnderTest } from '../support/engine-under-test';

export interface Memory {
  readonly parcels: number;
  readonly bytes: number;
  readonly attributeBytes: number;
}

/** What an engine with a city in it holds when nothing is under way and nothing has been found. */
export async function memory({ folder }: { folder: string }): Promise<Memory> {
  const before = await heldBytes();
  const engine = await EngineUnderTest.open(folder);
  engine.forget();
  const bytes = (await heldBytes()) - before;
  return { bytes, ...engine.parcelAttributes() };
}

async function heldBytes(): Promise<number> {
  for (let n = 0; n < 3; n++) {
    globalThis.gc?.();
    // Array buffers are given back a little later.
    await setTimeout(100);
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
