import { closeSync, openSync, writeSync } from 'node:fs';

const PIECE = 1 << 20;

/** A text file written in pieces, so that a city of any size needs little memory. */
export class TextFile {
  readonly #file: number;
  #piece = '';

  constructor(path: string) {
    this.#file = openSync(path, 'w');
  }

  write(text: string): void {
    this.#piece += text;
    if (this.#piece.length >= PIECE) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    const bytes = Buffer.from(this.#piece);
    for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at);
    this.#piece = '';
  }
}

/** Writes a FeatureCollection, one feature a line, as they come. */
export function writeCollection(path: string, name: string, features: Iterable<string>): void {
  const file = new TextFile(path);
  file.write(`{"type":"FeatureCollection","name":"${name}","notice":"示例数据,纯属虚构","features":[`);
  let separator = '\n';
  for (const feature of features) {
    file.write(separator + feature);
    separator = ',\n';
  }
  file.write('\n]}\n');
  file.close();
}
