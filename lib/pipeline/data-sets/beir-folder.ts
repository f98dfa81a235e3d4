/** The four files of a BEIR folder, read together. */
import { AppError } from "@/lib/errors";
import { BadRowList, type FileBadRows } from "./bad-rows";
import {
  type Judgements,
  readCorpus,
  readJudgements,
  readQueries,
  type SearchDocument,
  type SearchQuery,
} from "./beir";
import type { LineContext } from "./line-reader";

export type BeirFiles = {
  readonly corpus: Blob;
  readonly queries: Blob;
  /** null when the folder has no training judgements. */
  readonly train: Blob | null;
  readonly test: Blob;
};
export const BEIR_PATHS: Readonly<Record<keyof BeirFiles, string>> = {
  corpus: "corpus.jsonl",
  queries: "queries.jsonl",
  train: "qrels/train.tsv",
  test: "qrels/test.tsv",
};

export type BeirFolder = {
  readonly documents: readonly SearchDocument[];
  readonly queries: ReadonlyMap<string, SearchQuery>;
  readonly train: Judgements;
  readonly test: Judgements;
  readonly bad: readonly FileBadRows[];
};

/**
 * `contextOf` tells how each file is read; `names`, how messages call it. Throws an AppError that names the file when
 * one of them holds nothing of use.
 */
export async function readBeirFolder(
  files: BeirFiles,
  contextOf: (file: keyof BeirFiles) => LineContext,
  names = BEIR_PATHS,
): Promise<BeirFolder> {
  const bad: FileBadRows[] = [];
  const reading = (file: keyof BeirFiles) => {
    const list = Object.assign(new BadRowList(), { file: names[file] });
    bad.push(list);
    return { file: names[file], bad: list, context: contextOf(file) };
  };
  const documents = await readCorpus(files.corpus, reading("corpus"));
  const queries = await readQueries(files.queries, reading("queries"));
  const known = { queries, documents: new Set(documents.map(({ id }) => id)) };
  const train: Judgements =
    files.train && files.train.size > 0
      ? await readJudgements(files.train, known, reading("train"))
      : new Map();
  const test = await readJudgements(files.test, known, reading("test"));
  const isRelevant = [...test.values()].some((grades) => [...grades.values()].some((grade) => grade > 0));
  if (!isRelevant)
    throw new AppError("invalid-input", `${names.test} holds no relevant document: nothing can be measured.`);
  return { documents, queries, train, test, bad };
}
