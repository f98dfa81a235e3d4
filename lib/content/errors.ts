/**
 * What is wrong with content, and where. Content is checked as a whole: parsers collect every error with its
 * file, line and field, and only the loader turns them into an exception.
 */
export type ContentError = {
  /** Path below content/, with forward slashes. */
  file: string;
  /** 1-based. */
  line: number;
  column?: number;
  /** Where inside the file: `points[3].level`, `<Cite id>`, `link`, ... */
  field: string;
  message: string;
};

/** A value when it could be read at all, and everything that is wrong with it. */
export type Parsed<T> = { value: T | null; errors: ContentError[] };

/** `content/cases/x/rubric.yaml:12:5 points[0].level: message`, as editors and terminals make it clickable. */
export function formatContentError(error: ContentError): string {
  const place = error.column === undefined ? `${error.line}` : `${error.line}:${error.column}`;
  return `content/${error.file}:${place} ${error.field}: ${error.message}`;
}

/** Thrown by the loader when what was asked for is invalid; `npm run content:check` prints the same lines. */
export class InvalidContentError extends Error {
  override readonly name = "InvalidContentError";
  constructor(readonly errors: ContentError[]) {
    super(`Invalid content:\n${errors.map(formatContentError).join("\n")}`);
  }
}
