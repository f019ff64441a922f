/**
 * Something to tell the user, without its words: `i18n` has those, by `code`, in each language.
 * Parameters are plain values; what a feature or file is called goes in as is.
 */
export interface Message {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export function message(code: string, params?: Readonly<Record<string, string | number>>): Message {
  return params === undefined ? { code } : { code, params };
}
