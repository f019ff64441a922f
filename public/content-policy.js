// Runs before everything else: closes the page to every host but those that the user of this machine has added.
// The static policy of the page is strict in all but connections; where this file is missing the application does not
// start (src/app/opened-hosts.ts).
(function () {
  'use strict';
  var MOST_HOSTS = 64;

  /** A scheme, an exact host and a port: nothing that a policy could read as more than one host. */
  function isOrigin(text) {
    if (typeof text !== 'string' || !/^https?:\/\/[a-z0-9.-]+(:\d+)?$/.test(text)) return false;
    try {
      return new URL(text).origin === text;
    } catch {
      return false;
    }
  }

  /** What was added; nothing where a single entry is not an origin, as then somebody else wrote it. */
  function addedOrigins() {
    try {
      var kept = JSON.parse(localStorage.getItem('xuezhi.hosts') || '[]');
      return Array.isArray(kept) && kept.length <= MOST_HOSTS && kept.every(isOrigin) ? kept : [];
    } catch {
      return [];
    }
  }

  var origins = addedOrigins();
  var policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = ["connect-src 'self' blob:"].concat(origins).join(' ');
  policy.dataset.openedHosts = origins.join(' ');
  document.head.append(policy);
})();
