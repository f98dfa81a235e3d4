/** What several calls on imported files have in common. */
import * as z from "zod";
import { SPLIT_WAYS } from "../../data-sets/split-rows";

export const fileSchema = z.instanceof(Blob);
export const columnSchema = z.number().int().nonnegative();
export const encodingSchema = z.enum(["utf-8", "utf-16le", "windows-1252"]);
export const cellsSchema = z.array(z.array(z.string()));
export const seedSchema = z.number().int().nonnegative().default(1);
export const splitWaySchema = z.enum(SPLIT_WAYS);

/** The bad rows of each file: all counted, the first of them told; the whole list comes as text from `bad-rows-text`. */
export const badFilesSchema = z.array(
  z.object({
    file: z.string(),
    count: z.number(),
    rows: z.array(z.object({ line: z.number(), problem: z.string(), text: z.string() })),
  }),
);
export type BadFiles = z.infer<typeof badFilesSchema>;
