/** Starts an interview: its row, and the first event of its log with the words the interviewer opens with. */
import "server-only";
import { randomUUID } from "node:crypto";
import type { ClassContent } from "@/lib/classroom/class-content/schema";
import { listCases } from "@/lib/content/load";
import { database, type Transaction } from "@/lib/data/database";
import { notFound } from "@/lib/errors";
import { totalMs } from "@/lib/interview/clock";
import type { InterviewSetup } from "@/lib/interview/setup";
import type { Viewer } from "@/lib/viewer";
import { appendEvents, number } from "./event-rows";
import { serverEvent } from "./server-event";

/** What the interviewer opens with. Content may have to be read first, so ask before a transaction begins. */
export type Opening = { opening: string; prompt: string };

/** @throws AppError not-found for a case that is not there */
export function openingOf(caseSlug: string): Opening {
  const found = listCases().find((candidate) => candidate.slug === caseSlug);
  if (!found) throw notFound("case");
  return { opening: found.interviewer.opening, prompt: found.meta.prompt };
}

export type Beginning = {
  now: Date;
  /** The end of the assignment that it belongs to: neither its own time nor a pause goes past it. */
  latestEndMs?: number | undefined;
  /** What the class that assigned it has changed of the case (lib/data/class-content/snapshot). */
  classContent?: ClassContent | null;
};

/** As startInterview, in the caller's transaction, with the opening of the setup's case. */
export async function beginInterview(
  tx: Transaction,
  viewer: Viewer,
  setup: InterviewSetup,
  words: Opening,
  { now, latestEndMs, classContent = null }: Beginning,
): Promise<{ interviewId: string }> {
  const ownEndMs = now.getTime() + totalMs(setup);
  const deadlineAtMs = Math.min(ownEndMs, latestEndMs ?? ownEndMs);
  const latest = latestEndMs === undefined ? {} : { latestEndMs };
  const started = serverEvent(
    { kind: "interview-started", setup, deadlineAtMs, ...latest, ...words },
    now.getTime(),
  );
  // The log holds the whole setup; the row only what queries need.
  const { stageSplit: _split, stages: _stages, ...columns } = setup;
  const row = await tx.interview.create({
    data: {
      ...columns,
      ...(classContent ? { classContent } : {}),
      ownerId: viewer.userId,
      seed: randomUUID(),
      startedAt: now,
      deadlineAt: new Date(deadlineAtMs),
      latestEndAt: latestEndMs === undefined ? null : new Date(latestEndMs),
      lastSeq: 1,
    },
    select: { id: true },
  });
  await appendEvents(tx, row.id, number([started], 0), now);
  return { interviewId: row.id };
}

export async function startInterview(
  viewer: Viewer,
  setup: InterviewSetup,
  now: Date,
  options: Omit<Beginning, "now"> = {},
): Promise<{ interviewId: string }> {
  const words = openingOf(setup.caseSlug);
  const db = await database();
  return db.$transaction((tx) => beginInterview(tx, viewer, setup, words, { now, ...options }));
}
