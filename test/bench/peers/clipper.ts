import loadClipper from 'clipper2-wasm';
import type { MainModule, PathsD } from 'clipper2-wasm';
import type { Polygons } from './polygons';

/** Decimals that Clipper keeps of a coordinate: it reckons in whole numbers. */
const DECIMALS = 6;

/** Clipper2 compiled to WebAssembly. */
export class ClipperPeer {
  readonly #clipper: MainModule;

  static async load(): Promise<ClipperPeer> {
    return new ClipperPeer(await loadClipper());
  }

  private constructor(clipper: MainModule) {
    this.#clipper = clipper;
  }

  paths(polygons: Polygons): PathsD {
    const paths = new this.#clipper.PathsD();
    for (const ring of polygons.flat()) paths.push_back(this.#clipper.MakePathD(ring.slice(1).flat()));
    return paths;
  }

  intersectionArea(a: PathsD, b: PathsD): number {
    const common = this.#clipper.IntersectD(a, b, this.#clipper.FillRule.EvenOdd, DECIMALS);
    const area = this.#clipper.AreaPathsD(common);
    common.delete();
    return area;
  }
}
