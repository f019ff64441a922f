/** The package names a file of types that it does not have; these are the ones that it ships. */
declare module 'clipper2-wasm' {
  import type { MainModule } from 'clipper2-wasm/dist/clipper2z';
  export type { MainModule, PathsD } from 'clipper2-wasm/dist/clipper2z';
  export default function load(): Promise<MainModule>;
}
