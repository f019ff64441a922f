/**
 * Makes the sample project 示例江城 beside this file: an invented river city, the same bytes on every run.
 * Usage: node data/jiangcheng/make.mjs [target folder]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FRAME } from './make/frame.mjs';
import { layers } from './make/layers.mjs';
import { targets } from './make/programme.mjs';

const NOTICE = '示例数据,纯属虚构';
const folder = process.argv[2] ?? dirname(fileURLToPath(import.meta.url));

const project = {
  format: 'xuezhi-project',
  version: 1,
  name: `示例江城(${NOTICE})`,
  notes: `${NOTICE}:地形、学校、人口、地块和编号均由脚本生成,与任何真实城市无关。 All data are invented.`,
  datum: 'CGCS2000',
  toleranceM: 0.05,
  classification: 'internal',
  frame: FRAME,
  layers: Object.fromEntries(Object.keys(layers).map((name) => [name, `${name}.geojson`])),
  targets: 'targets.json',
  rules: ['builtin:national', 'builtin:office'],
};

/** One feature a line, so that a change of one shows as a change of one. */
const collection = (name, features) =>
  `{"type":"FeatureCollection","name":"${name}","notice":"${NOTICE}","features":[\n` +
  features.map((feature) => JSON.stringify(feature)).join(',\n') +
  '\n]}\n';

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'project.json'), `${JSON.stringify(project, null, 2)}\n`);
writeFileSync(join(folder, 'targets.json'), `${JSON.stringify(targets, null, 2)}\n`);
for (const [name, features] of Object.entries(layers)) {
  writeFileSync(join(folder, `${name}.geojson`), collection(name, features));
}
