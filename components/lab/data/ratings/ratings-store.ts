/**
 * The flow of ratings: the columns of a file, what was read, the runs and one user's slate. The worker does the work, one
 * call at a time.
 */

import { countBad } from "@/components/lab/data/core/count-bad";
import type { FlowFiles } from "@/components/lab/data/core/data-store";
import { ViewStore } from "@/components/lab/data/core/view-store";
import type { WorkerDesk } from "@/components/lab/data/core/worker-desk";
import { formatBytes } from "@/components/lab/data/format-bytes";
import {
  type ColumnChoice,
  columnProblem,
  EMPTY_VIEW,
  type RatingsView,
  type SplitName,
  type TrainChoice,
} from "@/components/lab/data/ratings/ratings-view";
import { formatCount } from "@/components/lab/format";
import type { CallResult } from "@/lib/pipeline/workers/protocol";

const SPLIT_WORDS: Record<SplitName, string> = { item: "random", time: "time" };

export class RatingsStore extends ViewStore<RatingsView> {
  readonly kind = "ratings";
  private readonly file: File;

  constructor(
    readonly desk: WorkerDesk,
    { ratings }: FlowFiles,
  ) {
    super(EMPTY_VIEW);
    if (!ratings) throw new RangeError("A flow of ratings needs a file of them.");
    this.file = ratings.file;
  }

  /** Looks at the first rows of the file. */
  start(): Promise<void> {
    return this.#inspect();
  }

  setHeader(hasHeader: boolean): Promise<void> {
    return this.#inspect(hasHeader);
  }

  setColumns(columns: ColumnChoice): void {
    this.update({ columns });
  }

  /** Reads the whole file with the columns as they are now. */
  async read(): Promise<void> {
    const { file } = this;
    const { inspection, columns } = this.getView();
    if (!inspection || !columns || columnProblem(columns)) return;
    const { separator, encoding, hasHeader } = inspection;
    const { user, item, rating, time } = columns.roles;
    if (user === null || item === null) return;
    this.update({ reading: null, runs: {}, trained: null, slate: null, titles: null });
    const roles = { user, item, rating, time };
    const columnCount = inspection.columns.length;
    const layout = { separator, encoding, hasHeader, columnCount, roles, timeFormat: columns.timeFormat };
    const reading = await this.desk.ask(
      "read-ratings",
      { file, name: file.name, layout },
      { words: `Reading ${file.name}, ${formatBytes(file.size)}`, bytes: file.size },
    );
    if (!reading) return;
    const { summary, bad } = reading;
    this.update({ reading });
    this.desk.say(`Read ${formatCount(summary.rows)} ratings; ${formatCount(countBad(bad))} bad rows.`);
  }

  async chooseTitles(file: File): Promise<void> {
    const params = { file, name: file.name };
    const inspection = await this.desk.ask("inspect-titles", params, { words: `Looking at ${file.name}` });
    if (inspection) this.update({ titles: { step: "columns", file, inspection } });
  }

  async readTitles(item: number, title: number): Promise<void> {
    const { titles, slate } = this.getView();
    if (titles?.step !== "columns") return;
    const { file, inspection } = titles;
    const layout = { ...inspection.layout, item, title };
    const named = await this.desk.ask("read-titles", { file, layout }, { words: `Reading ${file.name}` });
    if (!named) return;
    this.update({ titles: { step: "read", name: file.name, ...named } });
    this.desk.say(`Named ${formatCount(named.named)} of ${formatCount(named.items)} items.`);
    if (slate) await this.becomeUser(slate.user);
  }

  setChoice(choice: TrainChoice): void {
    this.update({ choice });
  }

  async train(split: SplitName): Promise<void> {
    const { choice } = this.getView();
    const what = `the ${SPLIT_WORDS[split]} split`;
    const result = await this.desk.ask(
      "train-ratings",
      { split, ...choice },
      { words: `Training on ${what}`, describe: (phase) => `${phase}, ${what}` },
    );
    if (!result) return;
    const user = this.getView().slate?.user;
    this.update({
      runs: { ...this.getView().runs, [split]: { result, choice } },
      trained: split,
      slate: null,
    });
    this.desk.say(
      `Trained on ${what} in ${result.trainSeconds.toFixed(0)} s. NDCG@${choice.k} ${result.pipeline.ndcg.toFixed(3)}.`,
    );
    if (user !== undefined) await this.becomeUser(user);
  }

  async listUsers(text: string, limit: number): Promise<CallResult<"list-rating-users"> | null> {
    return this.desk.quietly("list-rating-users", { text, limit });
  }

  async becomeUser(user: string): Promise<void> {
    const slate = await this.desk.ask("recommend-ratings", { user }, { words: `Ranking for user ${user}` });
    if (!slate) return;
    this.update({ slate });
    this.desk.say(`Ten for user ${user}.`);
  }

  async #inspect(hasHeader?: boolean): Promise<void> {
    const { file } = this;
    const params = { file, name: file.name, ...(hasHeader !== undefined && { hasHeader }) };
    const inspection = await this.desk.ask("inspect-ratings", params, { words: `Looking at ${file.name}` });
    if (!inspection) return;
    const { roles, timeFormat } = inspection.guess;
    this.update({ inspection, columns: { roles, timeFormat } });
    this.desk.say(`${inspection.columns.length} columns. Check what they hold.`);
  }
}
