/** Bytes in UTF-8 that a name can have, so that with any ending file systems take it. */
const MOST_BYTES = 200;

/** Names that Windows keeps for devices, whatever their ending. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/iu;

/** A name that every file system takes: what none forbids, not too long, no point or blank at its ends. */
export function fileName(text: string): string {
  const name = cut(text.replaceAll(/[\p{Cc}\\/:*?"<>|]/gu, '_')).replaceAll(/^[. ]+|[. ]+$/gu, '');
  return name === '' || DEVICES.test(name) ? `_${name}` : name;
}

function cut(text: string): string {
  const bytes = new Uint8Array(MOST_BYTES);
  return text.slice(0, new TextEncoder().encodeInto(text, bytes).read);
}

/** Such a name for each text, each once. */
export function fileNames(texts: readonly string[]): string[] {
  const taken = new Set<string>();
  return texts.map((text) => {
    const name = fileName(text);
    let free = name;
    for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name}_${number}`;
    taken.add(free.toLowerCase());
    return free;
  });
}
