/** What lies where in a file of weights. Apart from weights-file.ts so that a page need not load what reads it. */
import * as z from "zod";

export const manifestSchema = z.object({
  tensors: z.array(
    z.object({
      name: z.string(),
      encoding: z.enum(["float32", "int8-rows"]),
      length: z.number().int().nonnegative(),
      /** Values per row (int8-rows). */
      width: z.number().int().positive(),
      byteOffset: z.number().int().nonnegative(),
    }),
  ),
});
export type Manifest = z.infer<typeof manifestSchema>;
