import { describe, expect, it } from 'vitest';
import { droppedFiles, MOST_FILES } from '../../../../src/ui/shell/dropped-files';

interface Tree {
  readonly [name: string]: Tree | string;
}

/** What a browser gives of a tree that is dropped: a folder's entries two at a time. */
function dropOf(tree: Tree): DataTransfer {
  const entryOf = (name: string, content: Tree | string, folder: string): FileSystemEntry => {
    const fullPath = `${folder}/${name}`;
    const isFile = typeof content === 'string';
    const inside = isFile ? [] : Object.entries(content).map((entry) => entryOf(...entry, fullPath));
    const entry = {
      ...{ name, fullPath, isFile, isDirectory: !isFile },
      file: (take: (file: File) => void) => take(new File([content as string], name)),
      createReader: () => ({
        readEntries: (take: (some: FileSystemEntry[]) => void) => take(inside.splice(0, 2)),
      }),
    };
    return entry as unknown as FileSystemEntry;
  };
  const items = Object.entries(tree).map((entry) => ({ webkitGetAsEntry: () => entryOf(...entry, '') }));
  const files = Object.entries(tree).map(([name]) => new File([''], name));
  return { items, files } as unknown as DataTransfer;
}

const namesOf = async (tree: Tree) => (await droppedFiles(dropOf(tree))).map(({ name }) => name);

describe('droppedFiles', () => {
  it('gives the files of folders with their paths, however many a folder has', async () => {
    const tables = { 'a00000001.gdbtable': '1', gdb: '', 'a9.gdbtable': 'x', 'a9.spx': '', timestamps: '' };
    const tree = { '用地.gdb': tables, 'a.geojson': '{}', empty: {} };
    const inside = Object.keys(tables).map((name) => `用地.gdb/${name}`);
    expect(await namesOf(tree)).toEqual([...inside, 'a.geojson']);
    expect(await namesOf({ 'b.shp': '', 'b.dbf': '' })).toEqual(['b.shp', 'b.dbf']);
  });

  it("leaves out the name of a project's folder, and of no other", async () => {
    const project = { 'project.json': '{}', rules: { 'own.json': '{}' } };
    expect(await namesOf({ 江城: project })).toEqual(['project.json', 'rules/own.json']);
    expect(await namesOf({ 江城: { inner: project } })).toEqual([
      '江城/inner/project.json',
      '江城/inner/rules/own.json',
    ]);
  });

  it('refuses what is no data set by its size', async () => {
    const many = Object.fromEntries(Array.from({ length: MOST_FILES + 1 }, (_, n) => [`${n}`, '']));
    await expect(droppedFiles(dropOf({ many }))).rejects.toThrow(RangeError);
  });
});
