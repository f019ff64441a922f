/**
 * The origins that the page's policy lets it ask, as `public/content-policy.js` has put it in. Null where there is no
 * such policy: the page is then open to every host, and nothing may be started.
 */
export function openedHosts(page: Document): readonly string[] | null {
  const policy = page.head.querySelector<HTMLMetaElement>('meta[data-opened-hosts]');
  if (policy?.httpEquiv !== 'Content-Security-Policy') return null;
  return policy.dataset.openedHosts?.split(' ').filter((origin) => origin !== '') ?? [];
}
