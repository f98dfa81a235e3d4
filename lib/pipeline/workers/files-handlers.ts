/** What the calls on files of any kind do, and what the handlers of each kind share. */
import { type FileBadRows, firstBadRows, formatBadRows } from "../data-sets/bad-rows";
import type { LineContext } from "../data-sets/line-reader";
import type { WorkContext } from "../types";
import type { FILES_CALLS } from "./calls/files-calls";
import type { CallContext } from "./dispatch";
import type { CallOutput } from "./protocol";

/** Bad rows of each file that a page shows; all of them come as text. */
const SHOWN_BAD_ROWS = 100;

/** The bad rows of what was read last, whatever its kind. */
export class BadRowsShelf {
  private files: readonly FileBadRows[] = [];

  /** Keeps them, and returns those that are shown. */
  put(files: readonly FileBadRows[]): FileBadRows[] {
    this.files = files;
    return firstBadRows(files, SHOWN_BAD_ROWS);
  }

  asText = (): string => formatBadRows(this.files);
}

export const readingContext = (
  file: Blob,
  activity: string,
  { report, checkpoint }: CallContext,
): LineContext => ({
  checkpoint,
  onBytes: (bytes) => report({ activity, fraction: bytes / Math.max(1, file.size) }),
});

/** The context that pipelines take. */
export const workContext = ({ report, checkpoint }: CallContext): WorkContext => ({
  checkpoint,
  report: (activity, fraction) => report({ activity, fraction }),
});

/** Makes something when it is first asked for, once; its code is loaded then. What could not be made is tried again. */
export function onDemand<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}

type FilesHandlers = {
  [Name in keyof typeof FILES_CALLS]: (params: CallOutput<Name>, context: CallContext) => unknown;
};

export const createFilesHandlers = (shelf: BadRowsShelf): FilesHandlers => ({
  "recognise-files": async ({ files }) => {
    const { recogniseFiles } = await import("../data-sets/recognise/recognise");
    return recogniseFiles(files);
  },
  "bad-rows-text": () => shelf.asText(),
});
