/** The flow of judged documents: a first look, the table of what was read, and a blend against the best single feature. */
import { countBad } from "@/components/lab/data/core/count-bad";
import type { ChosenFile, FlowFiles } from "@/components/lab/data/core/data-store";
import { ViewStore } from "@/components/lab/data/core/view-store";
import type { WorkerDesk } from "@/components/lab/data/core/worker-desk";
import { formatBytes } from "@/components/lab/data/format-bytes";
import {
  EMPTY_RANKING,
  type RankingChoice,
  type RankingView,
} from "@/components/lab/data/ranking/ranking-view";
import { formatCount } from "@/components/lab/format";

export class RankingStore extends ViewStore<RankingView> {
  readonly kind = "ranking";
  private readonly train: ChosenFile;

  constructor(
    readonly desk: WorkerDesk,
    private readonly files: FlowFiles,
  ) {
    super(EMPTY_RANKING);
    if (!files.train) throw new RangeError("A flow of judged documents needs a file to learn from.");
    this.train = files.train;
  }

  /** Whether the queries to measure on have to be taken from the one file. */
  get isSplit(): boolean {
    return !this.files.test;
  }

  get hasGroups(): boolean {
    return this.files["train-groups"] !== undefined;
  }

  /** Looks at the first lines of the training file. */
  async start(): Promise<void> {
    const { path, file } = this.train;
    const inspection = await this.desk.ask(
      "inspect-judged",
      { file, name: path },
      { words: `Looking at ${path}` },
    );
    if (!inspection) return;
    this.update({ inspection });
    this.desk.say("Check what the lines hold.");
  }

  async read(): Promise<void> {
    this.update({ reading: null, run: null });
    const { train, test } = this.files;
    const judged = (chosen: ChosenFile | undefined, groups: ChosenFile | undefined) =>
      chosen ? { name: chosen.path, file: chosen.file, groups: groups?.file ?? null } : null;
    const trainFile = judged(train, this.files["train-groups"]);
    if (!trainFile) return;
    const { size } = this.train.file;
    const reading = await this.desk.ask(
      "read-judged",
      { train: trainFile, test: judged(test, this.files["test-groups"]) },
      {
        words: `Reading ${this.train.path}, ${formatBytes(size)}`,
        describe: (phase) => phase,
        ...(this.isSplit && { bytes: size }),
      },
    );
    if (!reading) return;
    this.update({ reading });
    const rows = reading.files.reduce((sum, file) => sum + file.rows, 0);
    this.desk.say(`Read ${formatCount(rows)} rows; ${formatCount(countBad(reading.bad))} bad rows.`);
  }

  setChoice(choice: RankingChoice): void {
    this.update({ choice });
  }

  async measure(): Promise<void> {
    const { choice } = this.getView();
    const result = await this.desk.ask("train-judged", choice, {
      words: "Training",
      describe: (phase) => phase,
    });
    if (!result) return;
    this.update({ run: { result, choice } });
    this.desk.say(
      `Trained in ${result.trainSeconds.toFixed(0)} s. NDCG@10 ${result.ndcg[10].toFixed(4)} on ${formatCount(result.queries)} queries.`,
    );
  }
}
