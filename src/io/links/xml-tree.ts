import { message, type Message } from '../../domain/message';
import { err, ok, type Result } from '../../domain/result';
import { Pace } from '../import/pace';
import { decoded, xmlEncoding } from '../import/formats/kml/kml-text';

/** An element without namespaces: services use many prefixes for the same names. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Of the element itself, without that of its children. */
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

/** Parsed at one go, in characters. */
const PIECE = 1 << 16;
const DEEPEST = 64;

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

/** Reads a document of a service; `host` is for the message. Rejects with the signal's reason on abort. */
export async function readXml(
  bytes: Uint8Array,
  host: string,
  signal?: AbortSignal,
): Promise<Result<XmlElement, Message>> {
  const text = decoded(bytes, xmlEncoding(bytes));
  if (text === null) return err(message('link-not-xml', { host }));
  if (/^\s*(?:<!doctype html|<html)/i.test(text)) return err(message('link-html', { host }));
  if (!/^[\s\u{feff}]*</u.test(text)) return err(message('link-not-xml', { host }));
  const { SaxesParser } = await import('saxes');
  const parser = new SaxesParser();
  const document: OpenElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [document];
  const here = () => open.at(-1) ?? document;
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > DEEPEST) throw new Error(`<${name}>`);
    const own = Object.entries(attributes).map(([key, value]) => [localName(key), value]);
    const attributesByName = Object.fromEntries(own) as Record<string, string>;
    const element: OpenElement = {
      name: localName(name),
      attributes: attributesByName,
      children: [],
      text: '',
    };
    here().children.push(element);
    open.push(element);
  });
  const addText = (part: string) => {
    here().text += part;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => open.pop());
  const pace = new Pace({ signal });
  try {
    for (let at = 0; at < text.length; at += PIECE) {
      parser.write(text.slice(at, at + PIECE));
      if (pace.isDue) await pace.rest(at, text.length);
    }
    parser.close();
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof Error)) throw error;
    return err(message('link-not-xml', { host }));
  }
  const [root] = document.children;
  return root ? ok(root) : err(message('link-not-xml', { host }));
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The first element on a path of names below. */
export function elementAt(
  element: XmlElement | undefined,
  ...path: readonly string[]
): XmlElement | undefined {
  return path.reduce((at, name) => at?.children.find((child) => child.name === name), element);
}

/** The trimmed text of the first element on a path of names below; empty where there is none. */
export function textAt(element: XmlElement | undefined, ...path: readonly string[]): string {
  return elementAt(element, ...path)?.text.trim() ?? '';
}

/** What the service says went wrong, if the document is a report of that. */
export function exceptionIn(root: XmlElement): string | null {
  if (!/^(?:ServiceExceptionReport|ExceptionReport)$/.test(root.name)) return null;
  const said = textAt(root, 'Exception', 'ExceptionText') || textAt(root, 'ServiceException') || root.name;
  return said.replaceAll(/\s+/g, ' ').slice(0, 300);
}
