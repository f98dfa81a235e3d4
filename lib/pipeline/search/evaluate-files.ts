/** A BEIR folder from files to figures. Queries that are tested are not trained on, whatever the files say. */
import { createRandom } from "@/lib/random";
import { type BeirFiles, readBeirFolder } from "../data-sets/beir-folder";
import type { Checkpoint } from "../types";
import { evaluateSearch } from "./evaluate";
import { judgedQueries } from "./judged-queries";

/** Bad lines that a page shows; all of them are counted. */
const SHOWN_BAD_LINES = 100;

type Context = { readonly checkpoint: Checkpoint; report(activity: string, fraction: number): void };

export async function evaluateFiles(
  { seed, ...files }: BeirFiles & { readonly seed: number },
  { checkpoint, report }: Context,
) {
  const folder = await readBeirFolder(files, { checkpoint, onBytes: () => undefined });
  const { documents, queries, bad } = folder;
  const test = judgedQueries(folder.test, queries, documents);
  const isTested = new Set(test.map(({ id }) => id));
  const train = judgedQueries(folder.train, queries, documents).filter(({ id }) => !isTested.has(id));
  const context = { random: createRandom(seed), checkpoint, report };
  const result = await evaluateSearch({ documents, train, test }, context);
  return { ...result, bad: { count: bad.count, lines: bad.lines.slice(0, SHOWN_BAD_LINES) } };
}
