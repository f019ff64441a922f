import { SaxesParser } from 'saxes';

/** An element of a document, as tests look at it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** Reads a whole document; throws where it is not well-formed. */
export function xmlTree(document: string): XmlElement {
  const parser = new SaxesParser();
  const open: { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string }[] = [
    { name: '', attributes: {}, children: [], text: '' },
  ];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    open.push({ name, attributes: { ...attributes }, children: [], text: '' });
  });
  parser.on('text', (text) => {
    open.at(-1)!.text += text;
  });
  parser.on('closetag', () => {
    const element = open.pop()!;
    open.at(-1)!.children.push(element);
  });
  parser.write(document).close();
  return open[0]!.children[0]!;
}

/** All elements at a path of names below an element, as in `projectlayers/maplayer/id`. */
export function elementsAt(element: XmlElement, path: string): readonly XmlElement[] {
  return path
    .split('/')
    .reduce<readonly XmlElement[]>(
      (found, name) => found.flatMap(({ children }) => children.filter((child) => child.name === name)),
      [element],
    );
}

export function textsAt(element: XmlElement, path: string): string[] {
  return elementsAt(element, path).map(({ text }) => text);
}
