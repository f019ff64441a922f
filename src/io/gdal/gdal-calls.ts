import type { GdalModule } from './gdal-module';

/** GDAL's flags for opening: vector data, and errors told. */
const OPEN_VECTOR = 0x04 | 0x40;

/** The functions of GDAL's C interface that are used here; a data set is its address, 0 where there is none. */
export class GdalCalls {
  constructor(private readonly gdal: GdalModule) {}

  open(path: string, driver: string, options: readonly string[]): number {
    return this.gdal.ccall(
      'GDALOpenEx',
      'number',
      ['string', 'number', 'number', 'number', 'number'],
      [path, OPEN_VECTOR, this.texts([driver]), this.texts(options), 0],
    );
  }

  close(dataset: number): void {
    this.gdal.ccall('GDALClose', null, ['number'], [dataset]);
  }

  /** What `ogrinfo -json` says of a data set. */
  info(dataset: number): string {
    const options = this.gdal.ccall(
      'GDALVectorInfoOptionsNew',
      'number',
      ['number', 'number'],
      [this.texts(['-json', '-wkt_format', 'WKT1']), 0],
    );
    return this.gdal.ccall('GDALVectorInfo', 'string', ['number', 'number'], [dataset, options]);
  }

  /**
   * What `ogr2ogr` does, from an open data set to a path or into another open one. Gives the one written to, which
   * must be closed by the caller for all of it to be written; 0 on failure.
   */
  translate(from: number, to: string | number, given: readonly string[]): number {
    const options = this.gdal.ccall(
      'GDALVectorTranslateOptionsNew',
      'number',
      ['number', 'number'],
      [this.texts(given), 0],
    );
    if (options === 0) return 0;
    const sources = this.gdal._malloc(4);
    this.gdal.setValue(sources, from, '*');
    return this.gdal.ccall(
      'GDALVectorTranslate',
      'number',
      ['string', 'number', 'number', 'number', 'number', 'number'],
      typeof to === 'string' ? [to, 0, 1, sources, options, 0] : [null, to, 1, sources, options, 0],
    );
  }

  /** A list of texts in GDAL's memory. It is never freed: an instance lives no longer than one job. */
  private texts(list: readonly string[]): number {
    const { gdal } = this;
    const start = gdal._malloc(4 * (list.length + 1));
    for (const [index, text] of list.entries()) {
      const size = gdal.lengthBytesUTF8(text) + 1;
      const address = gdal._malloc(size);
      gdal.stringToUTF8(text, address, size);
      gdal.setValue(start + 4 * index, address, '*');
    }
    gdal.setValue(start + 4 * list.length, 0, '*');
    return start;
  }
}
