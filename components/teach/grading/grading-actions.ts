/** What the grading pages can ask of the server; the pages pass it in, so that nothing here imports it. */
import type { ActionResult } from "@/lib/actions/result";
import type { DecidedPoint, PointDecision } from "@/lib/data/grading/decide-points";
import type { AssignmentIds, SubmissionIds } from "@/lib/data/grading/graded-assignment";
import type { HistoryEntry } from "@/lib/data/grading/load-history";
import type { Released } from "@/lib/data/grading/release-grades";
import type { VisitNews } from "@/lib/data/grading/visit-submission";

type Action<Input, Output> = (input: Input) => Promise<ActionResult<Output>>;

export type DecideAction = Action<SubmissionIds & { decisions: PointDecision[] }, { points: DecidedPoint[] }>;
export type GradingActions = {
  decide: DecideAction;
  visit: Action<SubmissionIds & { sinceMs: number; isLeaving: boolean }, VisitNews>;
  history: Action<SubmissionIds, { entries: HistoryEntry[] }>;
  adjust: Action<
    SubmissionIds & { adjustment: number; reason: string; revision: number | null },
    { finalPercent: number; revision: number }
  >;
};
export type ReleaseActions = {
  release: Action<AssignmentIds & { takesSuggestions: boolean }, Released>;
  withdraw: Action<AssignmentIds, { withdrawn: number }>;
};
