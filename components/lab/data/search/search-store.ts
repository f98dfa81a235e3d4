/** The flow of a search collection: what was read, the index with its stages measured, a query, and a hit explained. */
import { countBad } from "@/components/lab/data/core/count-bad";
import type { ChosenFile, FlowFiles } from "@/components/lab/data/core/data-store";
import { ViewStore } from "@/components/lab/data/core/view-store";
import type { WorkerDesk } from "@/components/lab/data/core/worker-desk";
import { formatBytes } from "@/components/lab/data/format-bytes";
import {
  EMPTY_SEARCH,
  type SearchChoice,
  type SearchView,
  type StageName,
} from "@/components/lab/data/search/search-view";
import { formatCount, formatMilliseconds } from "@/components/lab/format";

type Files = Readonly<Record<"corpus" | "queries" | "test", ChosenFile> & { train: ChosenFile | undefined }>;

export class SearchStore extends ViewStore<SearchView> {
  readonly kind = "search";
  readonly files: Files;

  constructor(
    readonly desk: WorkerDesk,
    { corpus, queries, train, test }: FlowFiles,
  ) {
    super(EMPTY_SEARCH);
    if (!corpus || !queries || !test)
      throw new RangeError("A flow of a collection needs documents, queries and judgements.");
    this.files = { corpus, queries, train, test };
  }

  /** Whether queries to learn from, if any, have to be taken from the one file of judgements. */
  get isSplit(): boolean {
    return !this.files.train;
  }

  /** The files were looked at; reading is for the person to start. */
  async start(): Promise<void> {
    this.desk.say("Check which file is what.");
  }

  async read(): Promise<void> {
    this.update({ ...EMPTY_SEARCH, choice: this.getView().choice });
    const { corpus, queries, train, test } = this.files;
    const reading = await this.desk.ask(
      "read-collection",
      {
        corpus: corpus.file,
        queries: queries.file,
        train: train?.file ?? null,
        test: test.file,
        names: { corpus: corpus.path, queries: queries.path, train: train?.path ?? "", test: test.path },
      },
      { words: `Reading ${corpus.path}, ${formatBytes(corpus.file.size)}`, describe: (phase) => phase },
    );
    if (!reading) return;
    this.update({ reading });
    this.desk.say(
      `Read ${formatCount(reading.summary.documents)} documents; ${formatCount(countBad(reading.bad))} bad rows.`,
    );
  }

  setChoice(choice: SearchChoice): void {
    this.update({ choice });
  }

  /** Builds the index, learns and measures. */
  async measure(): Promise<void> {
    this.update({ result: null, found: null, explanation: null });
    const result = await this.desk.ask("train-collection", this.getView().choice, {
      words: "Building the index",
      describe: (phase) => phase,
    });
    if (!result) return;
    this.update({ result });
    this.desk.say(
      `Index built in ${formatMilliseconds(result.indexMs)}. NDCG@10 ${result.reranked.ndcg10.toFixed(4)} on ${formatCount(result.queries)} queries.`,
    );
  }

  async search(text: string): Promise<void> {
    if (text.trim() === "") return;
    const found = await this.desk.ask("search-collection", { text }, { words: "Searching" });
    if (!found) return;
    this.update({ found: { ...found, text }, explanation: null });
    this.desk.say(
      `${formatCount(found.hits.length)} documents in ${formatMilliseconds(found.milliseconds)}.`,
    );
  }

  setStage(stage: StageName): void {
    this.update({ stage });
  }

  async explain(document: number): Promise<void> {
    const { found } = this.getView();
    if (!found) return;
    const explanation = await this.desk.ask(
      "explain-collection-hit",
      { text: found.text, document },
      { words: "Explaining" },
    );
    if (explanation) this.update({ explanation });
  }
}
