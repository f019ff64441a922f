declare module 'gdal3.js/build/package/gdal3WebAssembly.js' {
  import type { GdalModule, GdalModuleSettings } from 'src/io/gdal/gdal-module';
  /** Makes a new instance with a file system and memory of its own. */
  const createModule: (settings: GdalModuleSettings) => Promise<GdalModule>;
  export default createModule;
}
