/** What the flow of judged documents shows at one moment. */
import type { SplitWay } from "@/lib/pipeline/data-sets/split-rows";
import type { JudgedInspection, JudgedReading, RankingResult } from "@/lib/pipeline/workers/calls/rank-calls";

export type RankingChoice = {
  readonly way: SplitWay;
  readonly seed: number;
  /** What a test query without a relevant document counts as. */
  readonly empty: number;
};
/** A run, and the choice it was made with. */
export type RankingRun = { readonly result: RankingResult; readonly choice: RankingChoice };

export type RankingView = {
  readonly inspection: JudgedInspection | null;
  readonly reading: JudgedReading | null;
  readonly choice: RankingChoice;
  readonly run: RankingRun | null;
};

export const EMPTY_RANKING: RankingView = {
  inspection: null,
  reading: null,
  choice: { way: "random", seed: 1, empty: 1 },
  run: null,
};
