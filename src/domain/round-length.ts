/** The largest of 1, 2, 5 × 10ⁿ that is not more: a length for a scale bar. */
export function roundLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return ([5, 2, 1].find((step) => step * power <= most) ?? 1) * power;
}
