/** One stage by the second grader: kept answer or call, then our own verification. A failure is an outcome, too. */
import "server-only";
import { keepAnswer, keptAnswer } from "@/lib/data/language-model/kept-answers";
import { withModel } from "@/lib/data/language-model/with-model";
import type { Overlap } from "@/lib/grading/second/overlap";
import { judgementSchema, type SecondPoint, type SecondStage } from "@/lib/grading/second/schema";
import { verifyJudgement } from "@/lib/grading/second/verify";
import type { Answers } from "@/lib/grading/types";
import { toStorable } from "@/lib/interview/storable-text";
import { ModelError } from "@/lib/llm/failure";
import { partsOf, readStage, type StageReading } from "@/lib/llm/read-stage";

/** Another interview of the same person may be going on, whose questions come first. */
const PATIENCE_MS = 30_000;
const LONGEST_FOLLOW_UP = 300;

export type GradedStage = { stage: SecondStage; points: SecondPoint[]; injectionSeen: boolean };

const NO_TOKENS = { in: 0, out: 0 };
const NOTHING = { points: [], followUp: "", injectionSeen: false };
/** Only the deadline ends a reading: nobody waits for it. */
const NEVER = new AbortController().signal;

async function judge(ownerId: string, reading: StageReading) {
  // Nothing was written that could be judged.
  if (reading.parts.length === 0) return { judgement: NOTHING, tokens: NO_TOKENS, isFromCache: false };
  const kept = await keptAnswer(ownerId, reading.hash, judgementSchema);
  if (kept) return { judgement: kept, tokens: NO_TOKENS, isFromCache: true };
  const { judgement, tokens } = await withModel({
    ownerId,
    task: "judge",
    mostTokens: reading.mostTokens,
    patienceMs: PATIENCE_MS,
    call: (model) => readStage(model, reading, NEVER),
  });
  await keepAnswer(ownerId, reading.hash, judgement, new Date());
  return { judgement, tokens, isFromCache: false };
}

export async function gradeStage(
  ownerId: string,
  reading: StageReading,
  answers: Answers,
  overlap: Overlap,
): Promise<GradedStage> {
  const base = {
    stage: reading.stage,
    failure: null,
    promptHash: reading.hash,
    tokens: NO_TOKENS,
    isFromCache: false,
    unknownIds: 0,
    leftOut: reading.leftOut,
    followUp: "",
  };
  try {
    const { judgement, tokens, isFromCache } = await judge(ownerId, reading);
    const pointIds = reading.points.map(({ id }) => id);
    const verified = verifyJudgement(judgement, { pointIds, answers, parts: partsOf(reading), overlap });
    const { unknownIds, points } = verified;
    const followUp = toStorable(judgement.followUp.slice(0, LONGEST_FOLLOW_UP));
    return {
      stage: { ...base, tokens, isFromCache, unknownIds, followUp },
      points,
      injectionSeen: judgement.injectionSeen,
    };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return { stage: { ...base, failure: error.failure }, points: [], injectionSeen: false };
  }
}
