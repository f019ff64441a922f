const HOST = /^[a-z0-9.-]+$/;

/**
 * Scheme, host and port of an address as a policy names them; null unless it is a web address whose host a policy can
 * name exactly (an IPv6 address cannot be).
 */
export function originOf(address: string): string | null {
  try {
    const { protocol, origin, hostname, username, password } = new URL(withoutPlaces(address));
    const isWeb = protocol === 'https:' || protocol === 'http:';
    return isWeb && HOST.test(hostname) && username === '' && password === '' ? origin : null;
  } catch {
    return null;
  }
}

/** Places to be filled in are no part of a host. */
function withoutPlaces(address: string): string {
  const [beforePath, path] = splitAtPath(address.trim());
  return beforePath + path.replaceAll(/[{}]/g, '');
}

function splitAtPath(address: string): [string, string] {
  const start = address.indexOf('/', address.indexOf('://') + 3);
  return start < 0 ? [address, ''] : [address.slice(0, start), address.slice(start)];
}

/** An address as it may be told and kept: without user, query and fragment, where keys are. */
export function withoutQuery(address: string): string {
  try {
    const { origin, pathname } = new URL(address);
    return origin + pathname;
  } catch {
    return '';
  }
}
