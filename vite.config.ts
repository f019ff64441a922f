import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/**
 * Nothing is loaded from anywhere but the application's own folder, and nothing in it is evaluated from text. What may
 * be asked for besides is narrowed by a second policy, which `public/content-policy.js` adds before anything else runs;
 * without that the application does not start. Policies only ever narrow each other, so this one leaves it open.
 * `blob:` is for layers handed to the map's worker and for downloads; inline styles are what the UI kit and the map
 * position their elements with.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self' blob: https: http:",
  "img-src 'self' data: blob:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Only in the build: the development server's own scripts are inline. */
const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
      injectTo: 'head-prepend',
    },
  ],
};

export default defineConfig({
  // Relative, so that the built folder works from any static server and any sub-path.
  base: './',
  plugins: [react(), contentSecurityPolicy],
  worker: { format: 'es' },
  // Never as data: URLs, which the policy does not let us fetch.
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 1600 },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
});
