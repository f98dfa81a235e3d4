import type { BadFiles } from "@/lib/pipeline/workers/calls/file-schemas";

/** Bad rows of all files together. */
export const countBad = (bad: BadFiles): number => bad.reduce((sum, { count }) => sum + count, 0);
