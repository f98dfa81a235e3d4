/** A BEIR folder from files to figures. */
import { createRandom } from "@/lib/random";
import { firstBadRows } from "../data-sets/bad-rows";
import { type BeirFiles, readBeirFolder } from "../data-sets/beir-folder";
import type { WorkContext } from "../types";
import { dealQueries } from "./deal-queries";
import { evaluateSearch } from "./evaluate";

/** Bad lines that a page shows; all of them are counted. */
const SHOWN_BAD_LINES = 100;

export async function evaluateFiles(
  { seed, ...files }: BeirFiles & { readonly seed: number },
  { checkpoint, report }: WorkContext,
) {
  const folder = await readBeirFolder(files, () => ({ checkpoint, onBytes: () => undefined }));
  const context = { random: createRandom(seed), checkpoint, report };
  const collection = { documents: folder.documents, ...dealQueries(folder, { way: "none", seed }) };
  const result = await evaluateSearch(collection, context);
  return { ...result, bad: firstBadRows(folder.bad, SHOWN_BAD_LINES) };
}
