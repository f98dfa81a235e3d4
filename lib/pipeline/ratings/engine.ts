/** What a worker holds of imported ratings: the table that was read, titles, and the pipeline trained last. */
import { AppError } from "@/lib/errors";
import { createRandom } from "@/lib/random";
import type { BadRows } from "../data-sets/bad-rows";
import { chooseRows, type RowChoice } from "../data-sets/choose-rows";
import type { RatingsLayout } from "../data-sets/columns";
import type { LineContext } from "../data-sets/line-reader";
import type { RatingTable } from "../data-sets/rating-table";
import { readRatings } from "../data-sets/read-ratings";
import { splitByItem, splitByTime } from "../data-sets/split";
import { type RatingsSummary, summarise } from "../data-sets/summary";
import { inspectTitles, readTitles, type TitlesInspection, type TitlesLayout } from "../data-sets/titles";
import type { WorkContext } from "../types";
import { evaluateRatings, type RatingsResult } from "./evaluate";
import { type HoldOut, holdOut } from "./hold-out";
import type { RatingsPipeline } from "./pipeline";

const ITEM_SHARE = 0.75;
const TIME_SHARE = 0.8;

export type SplitName = "item" | "time";
export type TrainOptions = RowChoice & {
  readonly split: SplitName;
  readonly seed: number;
  readonly k: number;
};
export type Trained = {
  readonly split: SplitName;
  /** The rows that took part; ids as in `held`. */
  readonly table: RatingTable;
  readonly held: HoldOut;
  readonly pipeline: RatingsPipeline;
};

export class RatingsEngine {
  private table: RatingTable | null = null;
  private trained: Trained | null = null;
  private titles: ReadonlyMap<string, string> = new Map();

  /** Forgets what was read before, then reads. */
  async read(
    file: Blob,
    layout: RatingsLayout,
    context: LineContext,
  ): Promise<{ summary: RatingsSummary; bad: BadRows }> {
    this.dispose();
    const { table, bad } = await readRatings(file, layout, context);
    if (table.userOf.length === 0) throw new AppError("invalid-input", describeNothingRead(bad));
    this.table = table;
    return { summary: summarise(table), bad };
  }

  titleOf = (item: string): string | null => this.titles.get(item) ?? null;

  inspectTitles(file: Blob, name: string): Promise<TitlesInspection> {
    return inspectTitles(file, name, new Set(this.requireTable().items));
  }

  async readTitles(file: Blob, layout: TitlesLayout, context: LineContext) {
    const { items } = this.requireTable();
    this.titles = await readTitles(file, layout, new Set(items), context);
    return { named: this.titles.size, items: items.length };
  }

  async train(options: TrainOptions, context: WorkContext): Promise<RatingsResult> {
    const table = chooseRows(this.requireTable(), options);
    if (table.userOf.length < 2)
      throw new AppError("invalid-input", "With these limits no ratings are left.");
    const isKept =
      options.split === "time"
        ? splitByTime(table.times, TIME_SHARE)
        : splitByItem(table.itemOf, ITEM_SHARE, createRandom(options.seed));
    const held = holdOut(table, isKept);
    if (held.testRows === 0 || held.train.itemOf.length === 0)
      throw new AppError(
        "invalid-input",
        options.split === "time"
          ? "All ratings have the same time: they cannot be split by it."
          : "No item has two ratings or more: there is nothing to hold out.",
      );
    const { result, pipeline } = await evaluateRatings(held, options.k, context);
    this.trained?.pipeline.dispose();
    this.trained = { split: options.split, table, held, pipeline };
    return result;
  }

  requireTrained(): Trained {
    if (!this.trained) throw new AppError("invalid-input", "Train on the ratings first.");
    return this.trained;
  }

  private requireTable(): RatingTable {
    if (!this.table) throw new AppError("invalid-input", "Read a file of ratings first.");
    return this.table;
  }

  private dispose() {
    this.trained?.pipeline.dispose();
    this.trained = null;
    this.table = null;
    this.titles = new Map();
  }
}

function describeNothingRead({ count, rows }: BadRows): string {
  const [first] = rows;
  if (!first) return "There are no rows in this file.";
  return `None of the ${count} rows could be read with these columns. Line ${first.line}: ${first.problem}.`;
}
