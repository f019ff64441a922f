import type { CheckDigest } from '../../domain/check-report';
import { message, type Message } from '../../domain/message';
import { err, ok, type Result } from '../../domain/result';
import { sourceOf } from '../import/byte-source';
import { hashed } from '../import/file-hash';
import { Pace } from '../import/pace';
import {
  BUNDLE_FORMAT,
  BUNDLE_VERSION,
  MANIFEST_FILE,
  writeManifest,
  type BundledFile,
  type BundleManifest,
} from './manifest';

export interface BundleInput {
  /** Of the whole project, with copies of the packs that ship (`writeProject`). */
  readonly files: ReadonlyMap<string, Uint8Array | Blob>;
  readonly about: Pick<BundleManifest, 'project' | 'asOf' | 'createdAt' | 'by'>;
  /** Of the project as it is in the files, on the day `about.asOf`. */
  readonly check: CheckDigest;
  readonly report?: { readonly name: string; readonly bytes: Uint8Array };
}

const REPORT_FOLDER = 'report';

export interface Bundle {
  /** By path, the manifest among them. */
  readonly files: ReadonlyMap<string, Uint8Array | Blob>;
  /** SHA-256 (hex) of the manifest: to be noted elsewhere, for who forges a bundle whole forges that too. */
  readonly sha256: string;
}

/** An evidence bundle of a project. Refused where the project has files of the bundle's own names. */
export async function makeBundle({
  files,
  about,
  check,
  report,
}: BundleInput): Promise<Result<Bundle, Message>> {
  const reportPath = report && `${REPORT_FOLDER}/${report.name}`;
  const taken = [MANIFEST_FILE, reportPath].find((path) => path !== undefined && files.has(path));
  if (taken !== undefined) return err(message('bundle-name-taken', { file: taken }));
  const bundle = new Map(files);
  if (report && reportPath) bundle.set(reportPath, report.bytes);
  const listed: BundledFile[] = [];
  for (const [path, content] of bundle) listed.push(await bundledFile(path, content));
  const manifest: BundleManifest = {
    format: BUNDLE_FORMAT,
    version: BUNDLE_VERSION,
    ...about,
    ...(reportPath !== undefined && { report: reportPath }),
    check,
    files: listed.sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
  const written = writeManifest(manifest);
  bundle.set(MANIFEST_FILE, written);
  return ok({ files: bundle, sha256: (await bundledFile(MANIFEST_FILE, written)).sha256 });
}

/** What a manifest says of a file. */
export async function bundledFile(path: string, content: Uint8Array | Blob): Promise<BundledFile> {
  const source = sourceOf(content);
  const { hash } = await hashed(source, new Pace());
  return { path, sha256: await hash, bytes: source.size };
}
