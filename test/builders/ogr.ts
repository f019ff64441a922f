import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SourceFile } from '../../src/io/import/formats/source-layer';

/** Whether GDAL's programs are here (Debian: gdal-bin). */
export const HAS_OGR = spawnSync('ogrinfo', ['--version']).status === 0;

/** What `ogrinfo` and others, given arguments, say of files; `open` is put after the arguments, within their folder. */
export function ogr(
  program: 'ogrinfo' | 'ogr2ogr',
  given: readonly string[],
  files: readonly SourceFile[],
): string {
  const folder = mkdtempSync(join(tmpdir(), 'xuezhi-ogr-'));
  try {
    for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
    const { stdout, stderr, status } = spawnSync(program, [...given], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (status !== 0 || /^(?:ERROR|Warning) /mu.test(stderr)) throw new Error(`${program}: ${stderr}`);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
