/** What the page of groups can ask of the server; the page passes it in, so that nothing here imports it. */
import type { ActionResult } from "@/lib/actions/result";
import type { AssignmentIds } from "@/lib/data/grading/graded-assignment";
import type { Recalibrated } from "@/lib/data/grading-group/recalibrate";
import type { GroupCredit, GroupDecided } from "@/lib/data/grading-group/set-group-credit";

export type GroupActions = {
  recalibrate: (input: AssignmentIds) => Promise<ActionResult<Recalibrated>>;
  setCredit: (input: AssignmentIds & GroupCredit) => Promise<ActionResult<GroupDecided>>;
};
