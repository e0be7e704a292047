/**
 * Why something was not done. `code` is for programs ('not-in-this-phase'), `sentence` for people: one whole
 * sentence they can understand and act on.
 */
export interface Refusal {
  readonly code: string;
  readonly sentence: string;
}

/**
 * The answer of what may be refused. A refusal is a value, never an exception: somebody else may have deleted
 * the idea a moment earlier. After `if (!result.ok)` the refusal's own fields stand beside `ok`.
 */
export type Result<T, R extends object = Refusal> = Ok<T> | Refused<R>;
export type Ok<T> = { readonly ok: true; readonly value: T };
export type Refused<R extends object = Refusal> = {
  readonly ok: false;
} & Readonly<R>;

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

export function refuse(code: string, sentence: string): Refused {
  return { ok: false, code, sentence };
}
