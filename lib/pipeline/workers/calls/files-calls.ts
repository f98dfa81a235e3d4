/** Calls on files of any kind: what they are, and which of their rows could not be read. */
import * as z from "zod";
import { DATA_KINDS, FILE_CONTENTS, FILE_ROLES } from "../../data-sets/recognise/kinds";
import { fileSchema } from "./file-schemas";

const roleFiles = z.partialRecord(z.enum(FILE_ROLES), z.string());

export const recognitionSchema = z.object({
  files: z.array(
    z.object({
      path: z.string(),
      content: z.enum(FILE_CONTENTS),
      /** Why; a part of a sentence about the file. */
      because: z.string(),
    }),
  ),
  /** null when none of the files can be read as anything. */
  kind: z.enum(DATA_KINDS).nullable(),
  roles: z.record(z.enum(DATA_KINDS), roleFiles),
});
export type FilesRecognition = z.infer<typeof recognitionSchema>;

export const FILES_CALLS = {
  /** Looks at the first 64 KB of each file; never fails because of what a file holds. */
  "recognise-files": {
    params: z.object({ files: z.array(z.object({ path: z.string(), file: fileSchema })) }),
    result: recognitionSchema,
  },
  /** Every bad row of what was read last, as text for a file. */
  "bad-rows-text": { params: z.object({}), result: z.string() },
} as const;
