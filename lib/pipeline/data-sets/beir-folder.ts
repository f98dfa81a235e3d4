/** The four files of a BEIR folder, read together. */
import { AppError } from "@/lib/errors";
import {
  type BadLines,
  type Judgements,
  noBadLines,
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

export type BeirFolder = {
  readonly documents: readonly SearchDocument[];
  readonly queries: ReadonlyMap<string, SearchQuery>;
  readonly train: Judgements;
  readonly test: Judgements;
  readonly bad: BadLines;
};

/** Throws an AppError that names the file when one of them holds nothing of use. */
export async function readBeirFolder(files: BeirFiles, context: LineContext): Promise<BeirFolder> {
  const bad = noBadLines();
  const reading = (file: string) => ({ file, bad, context });
  const documents = await readCorpus(files.corpus, reading("corpus.jsonl"));
  const queries = await readQueries(files.queries, reading("queries.jsonl"));
  const known = { queries, documents: new Set(documents.map(({ id }) => id)) };
  const train: Judgements =
    files.train && files.train.size > 0
      ? await readJudgements(files.train, known, reading("qrels/train.tsv"))
      : new Map();
  const test = await readJudgements(files.test, known, reading("qrels/test.tsv"));
  const isRelevant = [...test.values()].some((grades) => [...grades.values()].some((grade) => grade > 0));
  if (!isRelevant)
    throw new AppError(
      "invalid-input",
      "qrels/test.tsv holds no relevant document: nothing can be measured.",
    );
  return { documents, queries, train, test, bad };
}
