import { landUseCodes, landUseName, type CodeScheme } from '../../../domain/land-use';

/**
 * The code that a text of 用地性质 stands for in a scheme, which must be given since the schemes share their digits:
 * a code, a name, or both in either order (`0804 教育用地`, `中小学用地(A33)`). Null where it is neither, or where
 * code and name do not belong together.
 */
export function landUseCode(value: string | number, scheme: CodeScheme): string | null {
  const plain = String(value).normalize('NFKC').trim();
  const code = /[A-Za-z0-9]+/.exec(plain)?.[0];
  const words = (code === undefined ? plain : plain.replace(code, '')).replace(/[\s()[\]:,、\-–—]/g, '');
  const known = code === undefined ? null : knownCode(code, scheme);
  if (words === '') return known;
  const named = codeByName(scheme).get(words) ?? null;
  if (known === null) return code === undefined ? named : null;
  return named === null || named === known ? known : null;
}

/** Letters may be in lower case (a33), and numbers may have lost their first zero to a spreadsheet (804). */
function knownCode(code: string, scheme: CodeScheme): string | null {
  const spellings = [code, code.charAt(0).toUpperCase() + code.slice(1), code.toUpperCase(), `0${code}`];
  return spellings.find((spelling) => landUseName(scheme, spelling) !== null) ?? null;
}

const BY_NAME = new Map<CodeScheme, ReadonlyMap<string, string>>();

function codeByName(scheme: CodeScheme): ReadonlyMap<string, string> {
  const known = BY_NAME.get(scheme);
  if (known) return known;
  const made = new Map(landUseCodes(scheme).map((code) => [landUseName(scheme, code)?.zh ?? code, code]));
  BY_NAME.set(scheme, made);
  return made;
}
