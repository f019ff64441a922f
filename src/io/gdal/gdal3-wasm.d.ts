declare module 'gdal3.js/build/package/gdal3WebAssembly.js' {
  type GdalModule = import('./gdal-module').GdalModule;
  type GdalModuleSettings = import('./gdal-module').GdalModuleSettings;
  /** Makes a new instance with a file system and memory of its own. */
  const createModule: (settings: GdalModuleSettings) => Promise<GdalModule>;
  export default createModule;
}
