/** What a worker holds of an imported collection: texts, queries and judgements, and the engine trained on them last. */
import { AppError } from "@/lib/errors";
import { createRandom } from "@/lib/random";
import type { FileBadRows } from "../data-sets/bad-rows";
import { BEIR_PATHS, type BeirFiles, type BeirFolder, readBeirFolder } from "../data-sets/beir-folder";
import type { WorkContext } from "../types";
import { type CollectionSplit, dealQueries } from "./deal-queries";
import type { SearchEngine } from "./engine";
import { measureSearch, runStages, STAGES, type Stage } from "./evaluate";
import { explainHit } from "./explain";
import type { JudgedQuery } from "./judged-queries";
import { type CollectionSummary, summariseCollection } from "./summarise-collection";

/** Indexes, vectors and the copy that titles are learnt on take 25 times as much memory as the text at their peak: 1 GB. */
export const MAX_CORPUS_BYTES = 40_000_000;
const LISTED = 10;
const SNIPPET_LENGTH = 240;
const SHOWN_TEXT = 3_000;

export class CollectionEngine {
  private folder: BeirFolder | null = null;
  private engine: SearchEngine | null = null;
  /** Grades by query text, for the queries that are measured. */
  private tested: ReadonlyMap<string, JudgedQuery> = new Map();

  /** Forgets what was read before. Throws an AppError when a file holds nothing of use, or is too large. */
  async read(
    files: BeirFiles,
    names: Readonly<Record<keyof BeirFiles, string>>,
    { checkpoint, report }: WorkContext,
  ): Promise<{ summary: CollectionSummary; bad: readonly FileBadRows[] }> {
    this.close();
    if (files.corpus.size > MAX_CORPUS_BYTES)
      throw new AppError(
        "invalid-input",
        `${names.corpus} has ${Math.round(files.corpus.size / 1e6)} MB, and the index of at most ${MAX_CORPUS_BYTES / 1e6} MB fits into a tab. Choose a part of its lines, those that are judged among them.`,
      );
    const contextOf = (file: keyof BeirFiles) => ({
      checkpoint,
      onBytes: (bytes: number) =>
        report(`Reading ${names[file]}`, bytes / Math.max(1, files[file]?.size ?? 1)),
    });
    this.folder = await readBeirFolder(files, contextOf, { ...BEIR_PATHS, ...names });
    return { summary: summariseCollection(this.folder), bad: this.folder.bad };
  }

  /** Builds the index, learns from the training queries and measures every stage on the others. */
  async train(split: CollectionSplit, context: WorkContext) {
    const folder = this.requireFolder();
    this.engine?.index.vectors.close();
    this.engine = null;
    const { train, test } = dealQueries(folder, split);
    if (test.length === 0) throw new AppError("invalid-input", "No judged query is left to measure on.");
    const collection = { documents: folder.documents, train, test };
    const random = createRandom(split.seed);
    const { engine, result } = await measureSearch(collection, { ...context, random });
    this.engine = engine;
    this.tested = new Map(test.map((query) => [query.text, query] as const));
    return result;
  }

  /** The best of each stage for a text, and where the others put them; ranks from 1, null below 100. */
  search(text: string) {
    const engine = this.requireEngine();
    const { lists, milliseconds } = runStages(engine, text);
    const found = new Set(STAGES.flatMap((stage) => [...lists[stage].subarray(0, LISTED)]));
    const grades = this.tested.get(text)?.grades;
    const hits = [...found].map((document) => ({
      ...this.describe(document, SNIPPET_LENGTH),
      ranks: ranksOf(document, lists),
      grade: grades ? (grades.get(document) ?? null) : null,
    }));
    const relevant = grades ? [...grades.values()].filter((grade) => grade > 0).length : null;
    return { milliseconds, relevant, hits };
  }

  explain(text: string, document: number) {
    const engine = this.requireEngine();
    const { lists } = runStages(engine, text);
    return {
      ...this.describe(document, SHOWN_TEXT),
      ranks: ranksOf(document, lists),
      ...explainHit(engine, text, document),
    };
  }

  close() {
    this.engine?.index.vectors.close();
    this.engine = null;
    this.folder = null;
  }

  private describe(document: number, length: number) {
    const found = this.requireFolder().documents[document];
    if (!found) throw new AppError("invalid-input", `There is no document ${document}.`);
    const { id, title, text } = found;
    return { document, id, title, text: text.length > length ? `${text.slice(0, length)}…` : text };
  }

  private requireFolder(): BeirFolder {
    if (!this.folder) throw new AppError("invalid-input", "Read a collection first.");
    return this.folder;
  }

  private requireEngine(): SearchEngine {
    if (!this.engine) throw new AppError("invalid-input", "Build the index first.");
    return this.engine;
  }
}

const ranksOf = (document: number, lists: Record<Stage, Int32Array>) => {
  const rank = (stage: Stage) => {
    const at = lists[stage].indexOf(document);
    return at < 0 || at >= 100 ? null : at + 1;
  };
  return {
    bm25: rank("bm25"),
    dense: rank("dense"),
    fused: rank("fused"),
    hybrid: rank("hybrid"),
    reranked: rank("reranked"),
  };
};
