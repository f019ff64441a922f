declare module 'gdal3.js/build/package/gdal3WebAssembly.js' {
  /** Makes an instance; `gdal-module.ts` says of what type. */
  const createModule: unknown;
  export default createModule;
}
