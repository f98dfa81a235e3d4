/** Input files of the benches: read, parsed once here so that a fault is one clear line before any browser starts. */
import { readFile } from "node:fs/promises";
import { AppError } from "@/lib/errors";
import type { RatingTable } from "@/lib/pipeline/data-sets/rating-table";
import { parseRatings } from "@/lib/pipeline/data-sets/ratings-file";
import { UsageError } from "./arguments";

export const readInput = async (file: string): Promise<string> =>
  (await readInputBytes(file)).toString("utf8");

export async function readInputBytes(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    const reason =
      (error as NodeJS.ErrnoException).code === "ENOENT" ? "no such file" : (error as Error).message;
    throw new UsageError(`cannot read ${file}: ${reason}`);
  }
}

export async function readRatings(file: string): Promise<{ text: string; table: RatingTable }> {
  const text = await readInput(file);
  try {
    return { text, table: parseRatings(text, file) };
  } catch (error) {
    if (error instanceof AppError) throw new UsageError(error.message);
    throw error;
  }
}
