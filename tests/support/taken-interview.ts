/** An interview that was taken: each stage entered and written in turn, and submitted. For integration tests. */
import { randomUUID } from "node:crypto";
import { saveEvents } from "@/lib/data/interview/save-events";
import { startInterview } from "@/lib/data/interview/start-interview";
import { submitInterview } from "@/lib/data/interview/submit-interview";
import { type Level, STAGES, type Stage } from "@/lib/framework/stages";
import { EMPTY_BOARD } from "@/lib/interview/board";
import { outlineChanges, parseOutline } from "@/lib/interview/board-outline";
import type { Viewer } from "@/lib/viewer";

const MINUTE_MS = 60_000;

type Taken = {
  caseSlug?: string;
  level: Level;
  texts: Partial<Record<Stage, string>>;
  /** As an outline; drawn at the end. */
  board?: string;
  start: Date;
  /** Between start and first words, for what an assignment adds to an interview. */
  onStart?: (interviewId: string) => Promise<unknown>;
};

/** Writes the given text of each stage as one edit, five minutes a stage, and submits after 40. */
export async function takeInterview(
  viewer: Viewer,
  { caseSlug = "video-recommendation", level, texts, board = "", start, onStart }: Taken,
): Promise<string> {
  const at = (minutes: number) => new Date(start.getTime() + minutes * MINUTE_MS);
  const setup = { caseSlug, level, mode: "coach", lengthMinutes: 45, timeMultiplier: 1 } as const;
  const { interviewId } = await startInterview(viewer, setup, start);
  await onStart?.(interviewId);
  let sinceSeq = 0;
  for (const [i, stage] of STAGES.entries()) {
    const common = { origin: "tab1", atMs: at(i * 5 + 1).getTime() };
    const entered = { ...common, eventId: randomUUID(), kind: "stage-entered", stage };
    const edit = { kind: "answer-edited", part: stage, base: sinceSeq, index: 0, remove: 0 };
    const insert = texts[stage];
    const events = insert ? [entered, { ...common, ...edit, eventId: randomUUID(), insert }] : [entered];
    const saved = await saveEvents(viewer, { interviewId, sinceSeq, events }, at(i * 5 + 2));
    sinceSeq = saved.lastSeq;
  }
  if (board !== "") {
    const changes = outlineChanges(EMPTY_BOARD, parseOutline(board), () => randomUUID());
    const drawn = { origin: "tab1", atMs: at(38).getTime(), eventId: randomUUID(), kind: "board-changed" };
    await saveEvents(
      viewer,
      { interviewId, sinceSeq, events: [{ ...drawn, base: sinceSeq, changes }] },
      at(38),
    );
  }
  await submitInterview(viewer, interviewId, at(40));
  return interviewId;
}
