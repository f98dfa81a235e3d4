/** Starts an interview: its row, and the first event of its log with the words the interviewer opens with. */
import "server-only";
import { randomUUID } from "node:crypto";
import type { ClassContent } from "@/lib/classroom/class-content/schema";
import { listCases } from "@/lib/content/load";
import { database } from "@/lib/data/database";
import { notFound } from "@/lib/errors";
import { totalMs } from "@/lib/interview/clock";
import type { InterviewSetup } from "@/lib/interview/setup";
import type { Viewer } from "@/lib/viewer";
import { appendEvents, number } from "./event-rows";
import { serverEvent } from "./server-event";

type StartOptions = {
  /** What the class that assigned it has changed of the case (lib/data/class-content/snapshot). */
  classContent?: ClassContent | null;
};

export async function startInterview(
  viewer: Viewer,
  setup: InterviewSetup,
  now: Date,
  { classContent = null }: StartOptions = {},
): Promise<{ interviewId: string }> {
  const found = listCases().find((candidate) => candidate.slug === setup.caseSlug);
  if (!found) throw notFound("case");
  const deadlineAtMs = now.getTime() + totalMs(setup);
  const { opening } = found.interviewer;
  const { prompt } = found.meta;
  const started = serverEvent(
    { kind: "interview-started", setup, deadlineAtMs, opening, prompt },
    now.getTime(),
  );
  // The log holds the whole setup; the row only what queries need.
  const { stageSplit: _split, stages: _stages, ...columns } = setup;
  const db = await database();
  return db.$transaction(async (tx) => {
    const row = await tx.interview.create({
      data: {
        ...columns,
        ...(classContent ? { classContent } : {}),
        ownerId: viewer.userId,
        seed: randomUUID(),
        startedAt: now,
        deadlineAt: new Date(deadlineAtMs),
        lastSeq: 1,
      },
      select: { id: true },
    });
    await appendEvents(tx, row.id, number([started], 0), now);
    return { interviewId: row.id };
  });
}
