/** Prints a heading and rows of a name and columns, the columns in line. */
export function printTable(heading: string, rows: readonly (readonly string[])[]): void {
  const widths = rows.reduce<number[]>(
    (all, row) =>
      Object.assign(
        all,
        row.map((cell, n) => Math.max(all[n] ?? 0, cell.length)),
      ),
    [],
  );
  const lines = rows.map((row) =>
    row
      .map((cell, n) =>
        n === 0 || n === row.length - 1 ? cell.padEnd(widths[n]!) : cell.padStart(widths[n]!),
      )
      .join('  ')
      .trimEnd(),
  );
  process.stdout.write(`\n${heading}\n${lines.map((line) => `  ${line}\n`).join('')}`);
}

export function seconds(value: number): string {
  if (value < 0.001) return `${significant(value * 1e6)} µs`;
  if (value < 1) return `${significant(value * 1000)} ms`;
  return value < 120 ? `${significant(value)} s` : `${significant(value / 60)} min`;
}

export function times(value: number): string {
  return `${significant(value)}×`;
}

export function counted(value: number): string {
  return value.toLocaleString('en');
}

export function significant(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
