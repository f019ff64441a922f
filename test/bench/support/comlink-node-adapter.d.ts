/** Comlink ships the types of its adapter for Node, but under another ending. */
declare module 'comlink/dist/esm/node-adapter.mjs' {
  export { default } from 'comlink/dist/esm/node-adapter';
}
