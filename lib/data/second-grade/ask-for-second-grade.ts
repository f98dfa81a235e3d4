/** Puts a report that has just been stored in the queue for the second grader, when the host has one. Same transaction. */
import "server-only";
import type { Transaction } from "@/lib/data/database";
import { env } from "@/lib/env";

export async function askForSecondGrade(tx: Transaction, interviewId: string): Promise<void> {
  if (!env().languageModel?.isJudge) return;
  await tx.secondGradeJob.createMany({ data: [{ interviewId }], skipDuplicates: true });
}
