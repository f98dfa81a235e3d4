/** What the flow of clicks shows at one moment. */
import type {
  ClickBaseRate,
  ClickFileLayout,
  ClickRung,
  ClicksInspection,
  ClicksReading,
  ClicksSplit,
} from "@/lib/pipeline/workers/calls/clicks-calls";

/** From the simplest to the richest. */
export const MODELS = ["lr", "fm", "dcn"] as const;
export type ModelName = (typeof MODELS)[number];
export const MODEL_WORDS: Record<ModelName, string> = {
  lr: "Logistic regression",
  fm: "Factorization machine",
  dcn: "DCN-v2",
};

export type ClicksChoice = ClicksSplit & { readonly models: Readonly<Record<ModelName, boolean>> };

/** The rungs that were measured on one split; the base rate is the lowest. */
export type Ladder = {
  readonly split: ClicksSplit;
  readonly base: ClickBaseRate;
  readonly rungs: Readonly<Partial<Record<ModelName, ClickRung>>>;
};

export type ClicksView = {
  readonly inspection: ClicksInspection | null;
  /** The layout as the person has it now. */
  readonly layout: ClickFileLayout | null;
  readonly reading: ClicksReading | null;
  readonly choice: ClicksChoice;
  readonly ladder: Ladder | null;
};

export const EMPTY_CLICKS: ClicksView = {
  inspection: null,
  layout: null,
  reading: null,
  choice: { way: "random", seed: 1, maximumRows: 200_000, models: { lr: true, fm: true, dcn: true } },
  ladder: null,
};

/** What stands in the way of reading with this layout; null when nothing does. */
export function layoutProblem(layout: ClickFileLayout): string | null {
  if (layout.kind === "libfm") return null;
  return layout.fields.length === 0 ? "Keep one column of features at least." : null;
}
