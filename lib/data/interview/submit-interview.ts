/** Ends an interview by its candidate's hand. Repeating it, or meeting the deadline at the same moment, changes nothing. */
import "server-only";
import { endsAtMs, isTimeOver } from "@/lib/interview/clock";
import type { Viewer } from "@/lib/viewer";
import { afterSubmission } from "./after-submission";
import { changeInterview } from "./change-interview";
import { serverEvent } from "./server-event";

export async function submitInterview(
  viewer: Viewer,
  interviewId: string,
  now: Date,
): Promise<{ interviewId: string }> {
  const { appended } = await changeInterview(viewer.userId, interviewId, now, ({ state }) => {
    if (state.status === "submitted") return [];
    const isLate = isTimeOver(state, now.getTime());
    const endMs = isLate ? endsAtMs(state, now.getTime()) : now.getTime();
    return [serverEvent({ kind: "submitted", by: isLate ? "deadline" : "candidate" }, endMs)];
  });
  if (appended.length > 0) await afterSubmission(interviewId);
  return { interviewId };
}
