/** Names of the properties that a filter reads; null where it cannot be told, so that all must be taken. */
export type FilterProperties = ReadonlySet<string> | null;

/** Operators of the old filter syntax, whose second member is a property's name. */
const LEGACY_OPERATORS = new Set(['==', '!=', '<', '<=', '>', '>=', 'in', '!in', 'has', '!has']);

/**
 * Reads a MapLibre filter for `["get", name]`, `["has", name]` and their old forms (`["==", name, value]` …).
 * `["properties"]`, a computed name and a name looked up in another object make the answer null.
 */
export function propertiesRead(where: unknown, isExpression: boolean): FilterProperties {
  const names = new Set<string>();
  return collect(where, isExpression, names) ? names : null;
}

function collect(node: unknown, isExpression: boolean, names: Set<string>): boolean {
  if (!Array.isArray(node)) return true;
  const [operator, first, ...rest] = node as unknown[];
  if (operator === 'literal') return true;
  if (operator === 'properties') return false;
  const namesOne = isExpression
    ? operator === 'get' || operator === 'has'
    : LEGACY_OPERATORS.has(String(operator));
  if (namesOne && typeof first === 'string') {
    if (!first.startsWith('$')) names.add(first);
    return !isExpression || rest.every((argument) => collect(argument, isExpression, names));
  }
  if (isExpression && namesOne) return false;
  return node.slice(1).every((argument) => collect(argument, isExpression, names));
}
