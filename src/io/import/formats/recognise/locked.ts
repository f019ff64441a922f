import { zipDirectory } from '../../../project/zip-directory';

/** Whether a zip has entries that a password keeps; false where its directory cannot be read. */
export function isLockedZip(bytes: Uint8Array): boolean {
  return zipDirectory(bytes)?.some(({ isLocked }) => isLocked) ?? false;
}

/** Whether a compound file of Office is a newer document behind a password. */
export function isLockedOffice(bytes: Uint8Array): boolean {
  return new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage');
}
