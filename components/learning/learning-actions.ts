/** The server actions that pages give to the parts of this folder. */
import type { ActionResult } from "@/lib/actions/result";
import type { Answered, AnswerInput } from "@/lib/data/learning/answer-question";
import type { Graded, GradeInput } from "@/lib/data/learning/grade-item";
import type { Aside } from "@/lib/data/learning/set-aside";
import type { UndoInput } from "@/lib/data/learning/undo-grade";
import type { NEW_PER_DAY_CHOICES } from "@/lib/learning/day";
import type { ItemKey } from "@/lib/learning/items";

export type AddDeck = (input: {
  deck: string;
  questionIds: string[];
  timeZone: string;
}) => Promise<ActionResult<{ added: number }>>;

export type AddMissedCards = (input: {
  interviewId: string;
  timeZone: string;
}) => Promise<ActionResult<{ added: number }>>;

/** Null for somebody who is not known: nothing is kept of them. */
export type AnswerQuestion = (input: AnswerInput) => Promise<ActionResult<Answered | null>>;

export type SetAside = (input: ItemKey & { aside: Aside }) => Promise<ActionResult<void>>;

export type SaveSettings = (input: {
  timeZone?: string;
  newPerDay?: (typeof NEW_PER_DAY_CHOICES)[number];
}) => Promise<ActionResult<void>>;

export type ReviewActions = {
  grade: (input: GradeInput) => Promise<ActionResult<Graded>>;
  undo: (input: UndoInput) => Promise<ActionResult<Graded>>;
  answer: AnswerQuestion;
  setAside: SetAside;
};

/** The zone of the browser's clock. */
export const ownTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";

/** What is said when the server did not answer. */
const UNREACHED = "The server could not be reached. Check the connection and try again.";

/** An action's result, or a failure in words when the server did not answer. */
export async function reach<T>(call: Promise<ActionResult<T>>): Promise<ActionResult<T>> {
  try {
    return await call;
  } catch {
    return { ok: false, code: "unavailable", message: UNREACHED };
  }
}
