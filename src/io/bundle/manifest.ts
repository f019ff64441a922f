import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import * as v from 'valibot';
import type { CheckDigest } from '../../domain/check-report';
import { message, type Message } from '../../domain/message';
import { err, ok, type Result } from '../../domain/result';
import type { AuditFault } from '../journal/verify-journal';

export const MANIFEST_FILE = 'manifest.json';
export const BUNDLE_FORMAT = 'xuezhi-bundle';
export const BUNDLE_VERSION = 1;

export interface BundledFile {
  readonly path: string;
  /** SHA-256 (hex) of its bytes. */
  readonly sha256: string;
  readonly bytes: number;
}

/** What an evidence bundle 证据包 says of itself: every file in it, and what a check of it finds. */
export interface BundleManifest {
  readonly format: typeof BUNDLE_FORMAT;
  readonly version: typeof BUNDLE_VERSION;
  readonly project: string;
  /** The day on which its decisions must hold, YYYY-MM-DD. */
  readonly asOf: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly by: string;
  /** Path of the report among the files; absent without one. */
  readonly report?: string;
  readonly check: CheckDigest;
  /** All files but the manifest, by path. */
  readonly files: readonly BundledFile[];
}

const text = v.pipe(v.string(), v.nonEmpty());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const counts = v.record(v.string(), count);

const Manifest = v.looseObject({
  format: v.literal(BUNDLE_FORMAT),
  version: v.literal(BUNDLE_VERSION),
  project: v.string(),
  asOf: text,
  createdAt: text,
  by: v.string(),
  report: v.optional(text),
  check: v.looseObject({
    engine: v.looseObject({ name: text, version: text }),
    sha256: text,
    summary: v.looseObject({ conflicts: count, marginal: count, byDecision: counts, byState: counts }),
    checked: v.array(v.looseObject({ rule: text, conflicts: count, marginal: count })),
  }),
  files: v.array(v.looseObject({ path: text, sha256: text, bytes: count })),
});

/** The manifest's file: its last member is SHA-256 over the canonical JSON (RFC 8785) of the others. */
export function writeManifest(manifest: BundleManifest): Uint8Array {
  return fileOf(manifest);
}

export interface ReadManifest {
  /** Null where it can no longer be read. */
  readonly manifest: BundleManifest | null;
  /** SHA-256 (hex) of its file: who noted it when the bundle was made knows the bundle by it. */
  readonly sha256: string;
  readonly faults: readonly AuditFault[];
}

/**
 * Reads a manifest; null for a file of that name which is somebody else's. Refused where it is of a version to come;
 * a fault where any byte of it is not as it was written.
 */
export function readManifest(bytes: Uint8Array): Result<ReadManifest | null, Message> {
  const written = new TextDecoder().decode(bytes);
  // One changed byte must not turn a bundle into a plain project: more than one of these words stand in each.
  if (!written.includes(BUNDLE_FORMAT) && !written.includes('"sha256"')) return ok(null);
  const changed: AuditFault = { what: message('audit.file-changed', { path: MANIFEST_FILE }), entry: null };
  const json = parsed(written);
  const { sha256: said, ...manifest } = (typeof json === 'object' ? json : null) ?? {};
  const isWhole = said === digestOf(manifest) && isSame(bytes, fileOf(manifest));
  if (isWhole && typeof manifest.version === 'number' && manifest.version > BUNDLE_VERSION) {
    const { version } = manifest;
    return err(message('bundle-version', { file: MANIFEST_FILE, version, supported: BUNDLE_VERSION }));
  }
  const isReadable = v.is(Manifest, manifest);
  return ok({
    manifest: isReadable ? (manifest as unknown as BundleManifest) : null,
    sha256: bytesToHex(sha256(bytes)),
    faults: isWhole && isReadable ? [] : [changed],
  });
}

function fileOf(members: object): Uint8Array {
  return utf8ToBytes(`${JSON.stringify({ ...members, sha256: digestOf(members) }, null, 2)}\n`);
}

/** Empty where the members are nothing that has a canonical form. */
function digestOf(members: object): string {
  try {
    return bytesToHex(sha256(utf8ToBytes(canonicalize(members) ?? '')));
  } catch {
    return '';
  }
}

/** Null for what is no JSON. */
function parsed(
  json: string,
): (Record<string, unknown> & { readonly sha256?: unknown }) | string | number | boolean | null {
  try {
    return JSON.parse(json) as ReturnType<typeof parsed>;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
