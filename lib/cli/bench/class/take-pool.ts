/**
 * Interviews that were really taken, as a pool for a large class: each stage answered with one of the labelled answers
 * of the case, typed choices and a board made, handed in and graded by the product's own functions.
 */
import { loadLabelledAnswers } from "@/lib/content/load";
import { worldOf } from "@/lib/content/world-of";
import { database } from "@/lib/data/database";
import { saveEvents } from "@/lib/data/interview/save-events";
import { startInterview } from "@/lib/data/interview/start-interview";
import { submitInterview } from "@/lib/data/interview/submit-interview";
import { DESIGNS } from "@/lib/design/designs";
import { STAGES } from "@/lib/framework/stages";
import { EMPTY_BOARD } from "@/lib/interview/board";
import { outlineChanges, parseOutline } from "@/lib/interview/board-outline";
import type { CandidateEvent } from "@/lib/interview/events";
import type { Random } from "@/lib/random";
import type { Viewer } from "@/lib/viewer";
import { seededUuid } from "./seeded-uuid";

const CASE = "video-recommendation";
const MINUTE_MS = 60_000;
const BOARDS = [
  "Client -> Gateway\nGateway -> Retrieval\nRetrieval -> Ranker\nRanker -> Re-ranker",
  "Client -> Ranker\nRanker -> Feature store",
  "Events -> Log\nLog -> Training\nTraining -> Model registry\nModel registry -> Ranker",
];
export const SETUP = { caseSlug: CASE, level: "senior", mode: "coach", lengthMinutes: 45 } as const;

const pick = <Item>(items: readonly Item[], random: Random): Item =>
  items[random.integer(items.length)] as Item;

/** What one candidate writes: a labelled answer of each stage, half of the typed choices, and most of the time a board. */
function workOf(random: Random, start: Date): { minute: number; events: CandidateEvent[] }[] {
  const at = (minute: number) => ({ origin: "bench", atMs: start.getTime() + minute * MINUTE_MS });
  const labelled = loadLabelledAnswers(CASE);
  const stages = STAGES.map((stage, i) => {
    const common = at(i * 5 + 1);
    const { text } = pick(
      labelled.filter((answer) => answer.stage === stage),
      random,
    );
    const edit = { kind: "answer-edited", part: stage, base: 0, index: 0, remove: 0, insert: text } as const;
    const events: CandidateEvent[] = [
      { ...common, eventId: seededUuid(random), kind: "stage-entered", stage },
      { ...common, eventId: seededUuid(random), ...edit },
    ];
    return { minute: i * 5 + 2, events };
  });
  const choices = DESIGNS[worldOf(CASE)].fields.flatMap((field): CandidateEvent[] =>
    "options" in field && random.integer(2) === 0
      ? [
          {
            ...at(36),
            eventId: seededUuid(random),
            kind: "decision-made",
            base: 0,
            field: field.id,
            value: pick(field.options, random).value,
          },
        ]
      : [],
  );
  const changes =
    random.integer(4) === 0
      ? []
      : outlineChanges(EMPTY_BOARD, parseOutline(pick(BOARDS, random)), () => seededUuid(random));
  const drawn: CandidateEvent[] =
    changes.length === 0
      ? []
      : [{ ...at(37), eventId: seededUuid(random), kind: "board-changed", base: 0, changes }];
  return [...stages, { minute: 38, events: [...choices, ...drawn] }];
}

export type TakenInterview = { interviewId: string; submissionId: string };

/** One interview of `author`, handed in 40 minutes after `start` as a submission of the assignment. */
export async function takeInterview(
  author: Viewer,
  assignmentId: string,
  alias: number,
  start: Date,
  random: Random,
): Promise<TakenInterview> {
  const db = await database();
  const { interviewId } = await startInterview(author, { ...SETUP, timeMultiplier: 1 }, start);
  const { id: submissionId } = await db.submission.create({
    data: { assignmentId, studentId: author.userId, attempt: 1, interviewId, alias, startedAt: start },
  });
  let sinceSeq = 0;
  for (const { minute, events } of workOf(random, start)) {
    const based = events.map((event) => ("base" in event ? { ...event, base: sinceSeq } : event));
    const now = new Date(start.getTime() + minute * MINUTE_MS);
    const saved = await saveEvents(author, { interviewId, sinceSeq, events: based }, now);
    if (saved.refused.length > 0) throw new Error(`refused: ${JSON.stringify(saved.refused[0])}`);
    sinceSeq = saved.lastSeq;
  }
  await submitInterview(author, interviewId, new Date(start.getTime() + 40 * MINUTE_MS));
  return { interviewId, submissionId };
}
