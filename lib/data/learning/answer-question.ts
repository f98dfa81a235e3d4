/**
 * Keeps what somebody chose in a question. In a quiz that is all; in a review it is a grade of the question too (right
 * is Good, wrong is Again); as a test of transfer it moves the missed point, and a wrong answer brings the question back.
 */
import "server-only";
import { findDeck } from "@/lib/content/decks";
import { loadCaseCards } from "@/lib/content/load";
import { database, type Transaction } from "@/lib/data/database";
import { conflict, invalidInput, notFound } from "@/lib/errors";
import { AGAIN, GOOD } from "@/lib/learning/grades";
import { caseDeck } from "@/lib/learning/items";
import type { Viewer } from "@/lib/viewer";
import { dueTransfers } from "./due-transfers";
import { followPoints } from "./follow-points";
import { applyGrade, type Graded } from "./grade-item";
import { insertItems } from "./insert-items";

export type AnswerInput = {
  answerId: string;
  deck: string;
  itemId: string;
  /** Number of the option, from 0. */
  option: number;
} & (
  | { purpose: "quiz" }
  | { purpose: "review"; revision: number }
  | { purpose: "transfer"; caseSlug: string; pointId: string }
);

export type Answered = { isRight: boolean; graded: Graded | null };

function isRightOption({ deck, itemId, option }: AnswerInput): boolean {
  const question = findDeck(deck)?.questions.find(({ id }) => id === itemId);
  if (!question) throw notFound("question");
  const chosen = question.options[option];
  if (!chosen) throw invalidInput("This question has no such answer.");
  return chosen.right === true;
}

/** Of two requests at once the second finds what the first has written: the same answer, or another tab's. */
async function lockPoint(tx: Transaction, ownerId: string, input: AnswerInput): Promise<void> {
  if (input.purpose !== "transfer") return;
  await tx.$queryRaw`SELECT 1 FROM "MissedPoint" WHERE "ownerId" = ${ownerId}
    AND "caseSlug" = ${input.caseSlug} AND "pointId" = ${input.pointId} FOR UPDATE`;
}

/** Only the question that is due for this point, and only while it is due. */
async function assertDue(tx: Transaction, ownerId: string, input: AnswerInput, now: Date): Promise<void> {
  if (input.purpose !== "transfer") return;
  const due = await dueTransfers(tx, ownerId, now);
  const isIt = due.some(
    ({ caseSlug, pointId, question }) =>
      caseSlug === input.caseSlug &&
      pointId === input.pointId &&
      question.deck === input.deck &&
      question.itemId === input.itemId,
  );
  if (!isIt) throw conflict("This question was answered in another tab or on another device.");
}

/** What did not carry over is learnt again: the question comes back, and the point's cards are due at once. */
async function bringBack(tx: Transaction, ownerId: string, input: AnswerInput, now: Date): Promise<void> {
  if (input.purpose !== "transfer") return;
  await insertItems(tx, ownerId, [{ deck: input.deck, kind: "question", itemId: input.itemId }], now);
  const cards = loadCaseCards(input.caseSlug).cards.filter(({ point }) => point === input.pointId);
  await tx.reviewItem.updateMany({
    where: {
      ownerId,
      deck: caseDeck(input.caseSlug),
      kind: "card",
      itemId: { in: cards.map(({ id }) => id) },
      dueAt: { gt: now },
    },
    data: { dueAt: now, revision: { increment: 1 } },
  });
}

export async function answerQuestion(viewer: Viewer, input: AnswerInput, now: Date): Promise<Answered> {
  const isRight = isRightOption(input);
  const { answerId: id, deck, itemId, option, purpose } = input;
  const ownerId = viewer.userId;
  const db = await database();
  return db.$transaction(async (tx) => {
    await lockPoint(tx, ownerId, input);
    const counted = await tx.questionAnswer.findUnique({ where: { ownerId_id: { ownerId, id } } });
    if (!counted) {
      await assertDue(tx, ownerId, input, now);
      const tested = input.purpose === "transfer" ? { caseSlug: input.caseSlug, pointId: input.pointId } : {};
      await tx.questionAnswer.createMany({
        data: [{ ownerId, id, deck, itemId, option, isRight, purpose, at: now, ...tested }],
        skipDuplicates: true,
      });
    }
    if (input.purpose === "review") {
      const grade = isRight ? GOOD : AGAIN;
      const { revision } = input;
      const key = { deck, itemId, kind: "question" as const };
      return {
        isRight,
        graded: await applyGrade(tx, ownerId, { ...key, reviewId: id, revision, grade }, now),
      };
    }
    if (input.purpose === "transfer" && !counted) {
      const { caseSlug, pointId } = input;
      await followPoints(tx, ownerId, { caseSlug, pointIds: [pointId] });
      if (!isRight) await bringBack(tx, ownerId, input, now);
    }
    return { isRight, graded: null };
  });
}
