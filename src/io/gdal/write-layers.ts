import type { SourceFile } from '../import/formats/source-layer';
import type { GdalCalls } from './gdal-calls';
import type { GdalWriteJob } from './gdal-job';
import type { GdalFiles } from './gdal-module';

const INPUT = '/in';
const OUTPUT = '/out';

/** Writes all layers into one data set; null where GDAL could not. */
export function writeLayers(
  files: GdalFiles,
  calls: GdalCalls,
  job: GdalWriteJob,
): readonly SourceFile[] | null {
  files.mkdir(INPUT);
  files.mkdir(OUTPUT);
  const path = `${OUTPUT}/${job.open}`;
  let written = 0;
  for (const [index, layer] of job.layers.entries()) {
    const input = `${INPUT}/${index}`;
    files.writeFile(input, layer.geojson);
    // Text that looks like a date stays text, and an `id` stays what it is.
    const source = calls.open(input, 'GeoJSON', ['DATE_AS_STRING=YES', 'NATIVE_DATA=NO']);
    if (source === 0) return null;
    const into = written === 0 ? ['-f', job.driver] : ['-update'];
    const given = [...into, '-nln', layer.name, ...layer.options];
    written = calls.translate(source, written === 0 ? path : written, given);
    if (written === 0) return null;
    calls.close(source);
    files.unlink(input);
  }
  if (written !== 0) calls.close(written);
  return filesIn(files, OUTPUT, job.open);
}

/** The file of that name, or all files of the folder of that name. */
function filesIn(files: GdalFiles, folder: string, name: string): SourceFile[] {
  return files
    .readdir(folder)
    .filter((entry) => entry !== '.' && entry !== '..')
    .flatMap((entry) => {
      const path = `${folder}/${entry}`;
      if (entry === name && isFolder(files, path)) return filesIn(files, path, '');
      return [{ name: entry, bytes: files.readFile(path) }];
    });
}

function isFolder(files: GdalFiles, path: string): boolean {
  return files.isDir(files.stat(path).mode);
}
