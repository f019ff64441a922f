/**
 * An address with parameters of a service put into its query. What is there already under the same name, in whatever
 * case, gives way; all else, such as a key, stays. Throws where the address is none.
 */
export function withParameters(
  address: string,
  parameters: Readonly<Record<string, string | number>>,
): string {
  const url = new URL(address.trim());
  const names = new Set(Object.keys(parameters).map((name) => name.toLowerCase()));
  for (const name of Array.from(url.searchParams.keys())) {
    if (names.has(name.toLowerCase())) url.searchParams.delete(name);
  }
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, String(value));
  return url.href;
}
