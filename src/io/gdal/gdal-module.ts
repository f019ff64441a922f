/** An open file of an instance, as far as it is needed here. */
export interface GdalStream {
  stream_ops: {
    write(stream: unknown, memory: Int8Array, offset: number, length: number): number;
  };
}

/** The file system in the memory of one instance (Emscripten's). */
export interface GdalFiles {
  mkdir(path: string): void;
  /** With `canOwn` the bytes themselves become the file, without a copy. */
  writeFile(path: string, bytes: Uint8Array, options?: { readonly canOwn: boolean }): void;
  readFile(path: string): Uint8Array<ArrayBuffer>;
  readdir(path: string): string[];
  unlink(path: string): void;
  stat(path: string): { readonly mode: number };
  isDir(mode: number): boolean;
  getStream(descriptor: number): GdalStream;
}

type ArgumentType = 'number' | 'string';

/** An instance of GDAL compiled to WebAssembly: what Emscripten's glue gives, as far as it is needed here. */
export interface GdalModule {
  readonly FS: GdalFiles;
  ccall(name: string, returns: 'number', types: readonly ArgumentType[], given: readonly unknown[]): number;
  ccall(name: string, returns: 'string', types: readonly ArgumentType[], given: readonly unknown[]): string;
  ccall(name: string, returns: null, types: readonly ArgumentType[], given: readonly unknown[]): void;
  _malloc(size: number): number;
  setValue(address: number, value: number, type: '*'): void;
  stringToUTF8(text: string, address: number, size: number): void;
  lengthBytesUTF8(text: string): number;
}

/** What is given to a new instance (Emscripten's module object). */
interface GdalModuleSettings {
  instantiateWasm(
    imports: WebAssembly.Imports,
    onReady: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ): object;
  getPreloadedPackage(): ArrayBuffer;
  preRun: ((module: { readonly ENV: Record<string, string> }) => void)[];
  print(line: string): void;
  printErr(line: string): void;
}

/** The two files that an instance is made of; fetched once, used for any number of instances. */
export interface GdalAssets {
  readonly wasm: WebAssembly.Module;
  /** GDAL's and PROJ's own tables, as Emscripten packed them. */
  readonly data: ArrayBuffer;
}

/** Where Emscripten unpacks the tables of `GdalAssets.data`. */
const TABLES = { PROJ_LIB: '/usr/share/proj', GDAL_DATA: '/usr/share/gdal' };

/**
 * Makes a new instance, with nothing of earlier ones in it. `config` are GDAL's configuration options; `onError` is
 * given each line that GDAL writes of warnings and errors. Rejects where the instance cannot be made.
 */
export async function createGdal(
  { wasm, data }: GdalAssets,
  config: Readonly<Record<string, string>>,
  onError: (line: string) => void,
): Promise<GdalModule> {
  const glue = await import('gdal3.js/build/package/gdal3WebAssembly.js');
  const createModule = glue.default as (settings: GdalModuleSettings) => Promise<GdalModule>;
  const gdal = await new Promise<GdalModule>((resolve, reject) => {
    createModule({
      instantiateWasm(imports, onReady) {
        WebAssembly.instantiate(wasm, imports).then((instance) => onReady(instance, wasm), reject);
        return {};
      },
      getPreloadedPackage: () => data,
      preRun: [({ ENV }) => Object.assign(ENV, TABLES, config)],
      print: () => undefined,
      printErr: onError,
    }).then(resolve, reject);
  });
  gdal.ccall('GDALAllRegister', null, [], []);
  return gdal;
}
