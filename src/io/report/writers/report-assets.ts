/** What the writers need besides code, fetched when it is first used. */
export interface ReportAssets {
  /** Noto Sans SC Regular as TrueType: the letters of PDF files and of maps. */
  font(): Promise<Uint8Array>;
  /** The compiled renderer that turns maps into pixels, for DOCX. */
  renderer(): Promise<Uint8Array | Response>;
}
