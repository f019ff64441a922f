/** Widths of the letters of a sans-serif face relative to its height: full-width ones, and the mean of the others. */
const FULL = 1;
const HALF = 0.56;

/** About how wide a text is, mm: full-width letters are squares. */
export function textWidthMm(text: string, sizeMm: number): number {
  let width = 0;
  for (const letter of text) width += letter.codePointAt(0)! >= 0x2e80 ? FULL : HALF;
  return width * sizeMm;
}

/** A text that is no wider than so many mm, its end left out where it must be. */
export function shortened(text: string, sizeMm: number, widthMm: number): string {
  if (textWidthMm(text, sizeMm) <= widthMm) return text;
  let kept = '';
  for (const letter of text) {
    if (textWidthMm(`${kept}${letter}…`, sizeMm) > widthMm) break;
    kept += letter;
  }
  return `${kept}…`;
}
