/** Characters that a sheet's name can have. */
const MOST_CHARACTERS = 31;

/** Names that Excel takes, each once: short, without the signs of its formulas. */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = name.replaceAll(/[\p{Cc}\\/?*[\]:]/gu, '_').replaceAll(/^'+|'+$/g, '') || '_';
    let free = plain.slice(0, MOST_CHARACTERS);
    for (let n = 2; taken.has(free.toLowerCase()); n++) {
      const ending = `_${n}`;
      free = plain.slice(0, MOST_CHARACTERS - ending.length) + ending;
    }
    taken.add(free.toLowerCase());
    return free;
  });
}
