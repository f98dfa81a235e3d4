/**
 * The data lab: a file, its columns, what was read, the runs and one user's slate. The worker does the work, one call
 * at a time; a new one cancels what ran before. Nothing is loaded before a file is chosen.
 */
import {
  type ColumnChoice,
  columnProblem,
  type DataLabView,
  EMPTY_VIEW,
  type SplitName,
  type TrainChoice,
} from "@/components/lab/data/data-view";
import { formatBytes } from "@/components/lab/data/format-bytes";
import { formatCount } from "@/components/lab/format";
import { AppError } from "@/lib/errors";
import type { PipelineClient } from "@/lib/pipeline/workers/client";
import type { CallName, CallParams, CallResult } from "@/lib/pipeline/workers/protocol";

const FAILED =
  "That stopped unexpectedly. The file may be too large for this device; nothing was changed in it.";
const SPLIT_WORDS: Record<SplitName, string> = { item: "random", time: "time" };

export class DataStore {
  #view: DataLabView = EMPTY_VIEW;
  #client: PipelineClient | null = null;
  #controller = new AbortController();
  readonly #listeners = new Set<() => void>();

  constructor(private readonly createClient: () => Promise<PipelineClient>) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly getView = (): DataLabView => this.#view;

  /** Looks at the first rows of a file. What was read before stays until the new file is read. */
  async choose(file: File): Promise<void> {
    this.#update({ ...EMPTY_VIEW, choice: this.#view.choice, file });
    await this.#inspect(file);
  }

  async setHeader(hasHeader: boolean): Promise<void> {
    if (this.#view.file) await this.#inspect(this.#view.file, hasHeader);
  }

  setColumns(columns: ColumnChoice): void {
    this.#update({ columns });
  }

  /** Reads the whole file with the columns as they are now. */
  async read(): Promise<void> {
    const { file, inspection, columns } = this.#view;
    if (!file || !inspection || !columns || columnProblem(columns)) return;
    const { separator, encoding, hasHeader } = inspection;
    const { user, item, rating, time } = columns.roles;
    if (user === null || item === null) return;
    this.#update({ reading: null, runs: {}, trained: null, slate: null, titles: null });
    const roles = { user, item, rating, time };
    const columnCount = inspection.columns.length;
    const layout = { separator, encoding, hasHeader, columnCount, roles, timeFormat: columns.timeFormat };
    const activity = `Reading ${file.name}, ${formatBytes(file.size)}`;
    const reading = await this.#ask("read-ratings", { file, layout }, activity, () => activity);
    if (!reading) return;
    const { summary, badCount } = reading;
    this.#update({
      reading,
      notice: `Read ${formatCount(summary.rows)} ratings; ${formatCount(badCount)} bad rows.`,
    });
  }

  /** Every bad row as text. */
  async badRowsText(): Promise<string | null> {
    return this.#ask("bad-ratings-text", {}, "Listing the bad rows");
  }

  async chooseTitles(file: File): Promise<void> {
    const params = { file, name: file.name };
    const inspection = await this.#ask("inspect-titles", params, `Looking at ${file.name}`);
    if (inspection) this.#update({ titles: { step: "columns", file, inspection } });
  }

  async readTitles(item: number, title: number): Promise<void> {
    const { titles, slate } = this.#view;
    if (titles?.step !== "columns") return;
    const { file, inspection } = titles;
    const layout = { ...inspection.layout, item, title };
    const named = await this.#ask("read-titles", { file, layout }, `Reading ${file.name}`);
    if (!named) return;
    this.#update({
      titles: { step: "read", name: file.name, ...named },
      notice: `Named ${formatCount(named.named)} of ${formatCount(named.items)} items.`,
    });
    if (slate) await this.becomeUser(slate.user);
  }

  setChoice(choice: TrainChoice): void {
    this.#update({ choice });
  }

  async train(split: SplitName): Promise<void> {
    const { choice } = this.#view;
    const what = `the ${SPLIT_WORDS[split]} split`;
    const result = await this.#ask(
      "train-ratings",
      { split, ...choice },
      `Training on ${what}`,
      (phase) => `${phase}, ${what}`,
    );
    if (!result) return;
    const user = this.#view.slate?.user;
    this.#update({
      runs: { ...this.#view.runs, [split]: { result, choice } },
      trained: split,
      slate: null,
      notice: `Trained on ${what} in ${result.trainSeconds.toFixed(0)} s. NDCG@${choice.k} ${result.pipeline.ndcg.toFixed(3)}.`,
    });
    if (user !== undefined) await this.becomeUser(user);
  }

  async listUsers(text: string, limit: number): Promise<CallResult<"list-rating-users"> | null> {
    return this.#quietly("list-rating-users", { text, limit });
  }

  async becomeUser(user: string): Promise<void> {
    const slate = await this.#ask("recommend-ratings", { user }, `Ranking for user ${user}`);
    if (slate) this.#update({ slate, notice: `Ten for user ${user}.` });
  }

  /** Stops what runs; what was there before stays. */
  cancel(): void {
    this.#controller.abort();
  }

  close(): void {
    this.#client?.close();
    this.#client = null;
  }

  async #inspect(file: File, hasHeader?: boolean): Promise<void> {
    const params = { file, name: file.name, ...(hasHeader !== undefined && { hasHeader }) };
    const inspection = await this.#ask("inspect-ratings", params, `Looking at ${file.name}`);
    if (!inspection) return;
    const { roles, timeFormat } = inspection.guess;
    this.#update({
      inspection,
      columns: { roles, timeFormat },
      notice: `${inspection.columns.length} columns. Check what they hold.`,
    });
  }

  /** One call with its activity shown; null when it failed or was cancelled, which the view then says. */
  async #ask<Name extends CallName>(
    name: Name,
    params: CallParams<Name>,
    activity: string,
    describe?: (phase: string) => string,
  ): Promise<CallResult<Name> | null> {
    this.#controller.abort();
    const controller = new AbortController();
    this.#controller = controller;
    this.#update({ activity, fraction: null, error: null, notice: "" });
    const isCurrent = () => this.#controller === controller;
    try {
      this.#client ??= await this.createClient();
      return await this.#client.call(name, params, {
        signal: controller.signal,
        onProgress: ({ activity: phase, fraction }) =>
          isCurrent() && this.#update({ activity: describe?.(phase) ?? activity, fraction }),
      });
    } catch (error) {
      if (isCurrent()) this.#update(describeFailure(error));
      return null;
    } finally {
      if (isCurrent()) this.#update({ activity: "", fraction: null });
    }
  }

  /** A call that neither shows nor cancels anything. */
  async #quietly<Name extends CallName>(
    name: Name,
    params: CallParams<Name>,
  ): Promise<CallResult<Name> | null> {
    try {
      this.#client ??= await this.createClient();
      return await this.#client.call(name, params);
    } catch {
      return null;
    }
  }

  #update(change: Partial<DataLabView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function describeFailure(error: unknown): Pick<DataLabView, "notice" | "error"> {
  if (error instanceof DOMException && error.name === "AbortError")
    return { notice: "Cancelled.", error: null };
  const isShown = error instanceof AppError && error.code !== "unexpected";
  return { notice: "", error: isShown ? error.message : FAILED };
}
