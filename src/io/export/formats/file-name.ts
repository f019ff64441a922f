/** A name that every file system takes: what none forbids, and no point or blank at its ends. */
export function fileName(text: string): string {
  const name = text.replaceAll(/[\p{Cc}\\/:*?"<>|]/gu, '_').replaceAll(/^[. ]+|[. ]+$/gu, '');
  return name === '' ? '_' : name;
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
