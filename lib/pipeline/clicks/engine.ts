/** What a worker holds of imported clicks: the rows that were read, and the parts they were split into last. */
import { AppError } from "@/lib/errors";
import { createRandom } from "@/lib/random";
import type { FileBadRows } from "../data-sets/bad-rows";
import type { ClickLayout } from "../data-sets/click-layout";
import { type SplitWay, splitRows } from "../data-sets/split-rows";
import type { WorkContext } from "../types";
import type { ClickModelName } from "./click-model";
import type { ClickRows } from "./click-rows";
import { encodeClicks, selectTable } from "./click-table";
import { type ClickParts, measureBaseRate, measureModel } from "./measure-model";
import { type ClickSource, readClickFiles } from "./read-click-files";
import { type ClicksSummary, summariseClicks } from "./summarise-clicks";

export const CLICK_ROLES = ["train", "valid", "test"] as const;
export type ClickRole = (typeof CLICK_ROLES)[number];

export type ClickSplit = {
  /** How rows are dealt to the parts that have no file of their own. */
  readonly way: SplitWay;
  readonly seed: number;
  /** Rows that are learnt from, at most; chosen by chance, or the last ones where the order counts. */
  readonly maximumRows: number;
};

/** Shares of the training file for the parts without a file: 80 : 10 : 10, or 90 : 10 where one has its own. */
const SHARE_OF_PART = 0.1;

export class ClicksEngine {
  private rows: ClickRows | null = null;
  private rowsOf: Partial<Record<ClickRole, Int32Array>> = {};
  private parts: { key: string; parts: ClickParts } | null = null;

  /** Forgets what was read before. Throws an AppError when nothing can be used, or there is no room. */
  async read(
    sources: readonly (ClickSource & { readonly role: ClickRole })[],
    layout: ClickLayout,
    { checkpoint, report }: WorkContext,
  ): Promise<{ summary: ClicksSummary; bad: FileBadRows[] }> {
    this.rows = null;
    this.parts = null;
    const { rows, files } = await readClickFiles(sources, layout);
    report("Counting values", 1);
    const summary = await summariseClicks(rows, files, checkpoint);
    this.rows = rows;
    this.rowsOf = Object.fromEntries(files.map((file, i) => [sources[i]?.role ?? "train", file.rows]));
    return { summary, bad: files.map(({ name, bad }) => ({ file: name, ...bad })) };
  }

  async measureBaseRate(split: ClickSplit, context: WorkContext) {
    const parts = await this.split(split, context);
    return {
      ...measureBaseRate(parts),
      trainRows: parts.train.count,
      validRows: parts.valid.count,
      testRows: parts.test.count,
      fields: parts.encoding.fields,
      tableRows: parts.encoding.tableRows,
      numericFields: [...parts.encoding.numericFields],
    };
  }

  async train(model: ClickModelName, split: ClickSplit, context: WorkContext) {
    return measureModel(await this.split(split, context), model, split.seed, context);
  }

  private async split(split: ClickSplit, { checkpoint, report }: WorkContext): Promise<ClickParts> {
    const { rows } = this;
    if (!rows) throw new AppError("invalid-input", "Read a file of clicks first.");
    const key = JSON.stringify(split);
    if (this.parts?.key === key) return this.parts.parts;
    report("Splitting", 0);
    this.parts = null;
    const { train, valid, test } = this.dealRows(split);
    const encoding = await encodeClicks(rows, train, checkpoint);
    const table = (selection: Int32Array) => selectTable(rows, encoding, selection);
    const parts = { train: table(train), valid: table(valid), test: table(test), encoding };
    for (const [name, { labels }] of Object.entries({
      training: parts.train,
      validation: parts.valid,
      test: parts.test,
    }))
      if (!labels.includes(0) || !labels.includes(1))
        throw new AppError(
          "invalid-input",
          `The ${name} part has ${labels.length} rows and not both labels among them. Split at random, or use a larger file.`,
        );
    this.parts = { key, parts };
    return parts;
  }

  private dealRows({ way, seed, maximumRows }: ClickSplit): Record<ClickRole, Int32Array> {
    const own = this.rowsOf;
    const missing = (["valid", "test"] as const).filter((role) => !own[role]);
    const shares = [1 - SHARE_OF_PART * missing.length, ...missing.map(() => SHARE_OF_PART)];
    const random = createRandom(seed).fork("split");
    const [all = new Int32Array(), ...dealt] = splitRows(own.train ?? new Int32Array(), shares, way, random);
    const isEnough = all.length <= maximumRows;
    const train = isEnough
      ? all
      : way === "order"
        ? all.subarray(-maximumRows)
        : all.subarray(0, maximumRows);
    const part = (role: "valid" | "test") => own[role] ?? dealt[missing.indexOf(role)] ?? new Int32Array();
    return { train, valid: part("valid"), test: part("test") };
  }
}
