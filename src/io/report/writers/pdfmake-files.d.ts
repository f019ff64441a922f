import 'pdfmake/build/pdfmake';

declare module 'pdfmake/build/pdfmake' {
  /** The files that documents are made from; it is there, but its published types do not say so. */
  export const virtualfs: { writeFileSync(name: string, content: Uint8Array): void };
}
