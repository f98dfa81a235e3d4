/** Stops and restarts the clock (coach mode). The deadline moves by the length of the pause when it ends. */
import "server-only";
import { endsAtMs } from "@/lib/interview/clock";
import type { Viewer } from "@/lib/viewer";
import { changeInterview } from "./change-interview";
import { type Saved, toSaved } from "./saved";
import { serverEvent } from "./server-event";
import { throwRefusal } from "./throw-refusal";

export async function pauseInterview(
  viewer: Viewer,
  input: { interviewId: string; paused: boolean; sinceSeq: number },
  now: Date,
): Promise<Saved> {
  const nowMs = now.getTime();
  const change = await changeInterview(viewer.userId, input.interviewId, now, ({ state }) => {
    const event = input.paused
      ? serverEvent({ kind: "paused" }, nowMs)
      : serverEvent({ kind: "resumed", deadlineAtMs: endsAtMs(state, nowMs) }, nowMs);
    throwRefusal(state, event, now);
    return [event];
  });
  return toSaved(input.interviewId, change, input.sinceSeq, now);
}
