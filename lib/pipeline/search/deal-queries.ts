/** Which judged queries are learnt from, and which are measured. */
import { createRandom } from "@/lib/random";
import type { BeirFolder } from "../data-sets/beir-folder";
import { type SplitWay, splitRows } from "../data-sets/split-rows";
import { type JudgedQuery, judgedQueries } from "./judged-queries";

/** How the judged queries of a single file are dealt; "none": all are measured, and titles stand in for what is learnt. */
export type CollectionSplit = { readonly way: SplitWay | "none"; readonly seed: number };

/** Queries that are tested are not trained on, whatever the files say. */
export function dealQueries(folder: BeirFolder, { way, seed }: CollectionSplit) {
  const { queries, documents } = folder;
  const judged = judgedQueries(folder.test, queries, documents);
  if (folder.train.size > 0) {
    const isTested = new Set(judged.map(({ id }) => id));
    const train = judgedQueries(folder.train, queries, documents).filter(({ id }) => !isTested.has(id));
    return { train, test: judged };
  }
  if (way === "none") return { train: [], test: judged };
  const rows = Int32Array.from(judged.keys());
  const [train, test] = splitRows(rows, [0.5, 0.5], way, createRandom(seed).fork("split")).map((part) =>
    Array.from(part, (row) => judged[row] as JudgedQuery),
  );
  return { train: train ?? [], test: test ?? [] };
}
