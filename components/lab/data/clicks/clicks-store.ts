/** The flow of clicks: which column is the label, what was read, and the ladder of models, a rung at a time. */
import {
  type ClicksChoice,
  type ClicksView,
  EMPTY_CLICKS,
  layoutProblem,
  MODEL_WORDS,
  MODELS,
} from "@/components/lab/data/clicks/clicks-view";
import { countBad } from "@/components/lab/data/core/count-bad";
import type { ChosenFile, FlowFiles } from "@/components/lab/data/core/data-store";
import { ViewStore } from "@/components/lab/data/core/view-store";
import type { WorkerDesk } from "@/components/lab/data/core/worker-desk";
import { formatBytes } from "@/components/lab/data/format-bytes";
import { formatCount } from "@/components/lab/format";
import type { ClickFileLayout, ClicksSplit } from "@/lib/pipeline/workers/calls/clicks-calls";

const ROLES = ["train", "valid", "test"] as const;

export class ClicksStore extends ViewStore<ClicksView> {
  readonly kind = "clicks";
  private readonly train: ChosenFile;

  constructor(
    readonly desk: WorkerDesk,
    private readonly files: FlowFiles,
  ) {
    super(EMPTY_CLICKS);
    if (!files.train) throw new RangeError("A flow of clicks needs a file to learn from.");
    this.train = files.train;
  }

  /** Whether validation or test rows have to be taken from the training file. */
  get isSplit(): boolean {
    return !this.files.valid || !this.files.test;
  }

  /** Looks at the first rows of the training file. */
  start(): Promise<void> {
    return this.#inspect();
  }

  setHeader(hasHeader: boolean): Promise<void> {
    return this.#inspect(hasHeader);
  }

  /** The column that was the label becomes a feature. */
  setLabel(label: number): void {
    const { layout } = this.getView();
    if (layout?.kind !== "table") return;
    const fields = [...layout.fields.filter((field) => field !== label), layout.label];
    this.update({ layout: { ...layout, label, fields: fields.sort((a, b) => a - b) } });
  }

  setField(column: number, isUsed: boolean): void {
    const { layout } = this.getView();
    if (layout?.kind !== "table") return;
    const others = layout.fields.filter((field) => field !== column);
    const fields = isUsed ? [...others, column].sort((a, b) => a - b) : others;
    this.update({ layout: { ...layout, fields } });
  }

  /** Reads all files with the layout as it is now. */
  async read(): Promise<void> {
    const { layout } = this.getView();
    if (!layout || layoutProblem(layout)) return;
    this.update({ reading: null, ladder: null });
    const files = ROLES.flatMap((role) => {
      const chosen = this.files[role];
      return chosen ? [{ role, file: chosen.file, name: chosen.path }] : [];
    });
    const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
    const reading = await this.desk.ask(
      "read-clicks",
      { files, layout },
      {
        words: `Reading ${this.train.path}, ${formatBytes(bytes)}`,
        describe: (phase) => phase,
        ...(files.length === 1 && { bytes }),
      },
    );
    if (!reading) return;
    this.update({ reading });
    const rows = reading.summary.files.reduce((sum, file) => sum + file.rows, 0);
    this.desk.say(`Read ${formatCount(rows)} rows; ${formatCount(countBad(reading.bad))} bad rows.`);
  }

  setChoice(choice: ClicksChoice): void {
    this.update({ choice });
  }

  /** Measures the base rate and then the chosen models, simplest first. What was measured stays when one is cancelled. */
  async measure(): Promise<void> {
    const { models, ...split } = this.getView().choice;
    if (!(await this.#measureBase(split))) return;
    for (const model of MODELS) {
      if (!models[model]) continue;
      const words = `Training ${MODEL_WORDS[model]}`;
      const describe = (phase: string) => `${MODEL_WORDS[model]}: ${phase}`;
      const rung = await this.desk.ask("train-clicks", { model, split }, { words, describe });
      const { ladder } = this.getView();
      if (!rung || !ladder) return;
      this.update({ ladder: { ...ladder, rungs: { ...ladder.rungs, [model]: rung } } });
      this.desk.say(
        `${MODEL_WORDS[model]} trained in ${rung.trainSeconds.toFixed(0)} s. AUC ${rung.auc.toFixed(4)}.`,
      );
    }
  }

  /** A ladder on another split begins anew. */
  async #measureBase(split: ClicksSplit): Promise<boolean> {
    const { ladder } = this.getView();
    if (ladder && JSON.stringify(ladder.split) === JSON.stringify(split)) return true;
    const base = await this.desk.ask("measure-base-rate", { split }, { words: "Splitting" });
    if (!base) return false;
    this.update({ ladder: { split, base, rungs: {} } });
    return true;
  }

  async #inspect(hasHeader?: boolean): Promise<void> {
    const { path, file } = this.train;
    const params = { file, name: path, ...(hasHeader !== undefined && { hasHeader }) };
    const inspection = await this.desk.ask("inspect-clicks", params, { words: `Looking at ${path}` });
    if (!inspection) return;
    this.update({
      inspection,
      layout: keepChoice(this.getView().layout, inspection.layout, inspection.rowIds),
    });
    this.desk.say("Check what the columns hold.");
  }
}

/** The new layout with the columns as they were chosen before, if they can be; without row ids at first. */
function keepChoice(
  before: ClickFileLayout | null,
  layout: ClickFileLayout,
  rowIds: readonly number[],
): ClickFileLayout {
  if (layout.kind === "libfm") return layout;
  if (before?.kind === "table" && before.columns.length === layout.columns.length)
    return { ...layout, label: before.label, fields: before.fields };
  const fields = layout.fields.filter((field) => !rowIds.includes(field));
  return { ...layout, fields: fields.length > 0 ? fields : layout.fields };
}
