/** Shows the next hint of a stage, from gentle to telling (coach mode). Asking again after the last shows nothing new. */
import "server-only";
import { listCases } from "@/lib/content/load";
import { closed } from "@/lib/errors";
import type { Stage } from "@/lib/framework/stages";
import type { Viewer } from "@/lib/viewer";
import { changeInterview } from "./change-interview";
import { type Saved, toSaved } from "./saved";
import { serverEvent } from "./server-event";
import { throwRefusal } from "./throw-refusal";

export async function showHint(
  viewer: Viewer,
  input: { interviewId: string; stage: Stage; sinceSeq: number },
  now: Date,
): Promise<Saved> {
  const change = await changeInterview(viewer.userId, input.interviewId, now, ({ state, row }) => {
    const hints = listCases().find((found) => found.slug === row.caseSlug)?.meta.hints[input.stage] ?? [];
    const index = state.hints.filter((hint) => hint.stage === input.stage).length;
    const text = hints[index];
    if (text === undefined) throw closed("There is no further hint for this stage.");
    const event = serverEvent({ kind: "hint-shown", stage: input.stage, index, text }, now.getTime());
    throwRefusal(state, event, now);
    return [event];
  });
  return toSaved(input.interviewId, change, input.sinceSeq, now);
}
