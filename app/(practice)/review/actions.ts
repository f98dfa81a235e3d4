"use server";
import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { ensureViewer } from "@/lib/auth/viewer";
import { addDeck } from "@/lib/data/learning/add-deck";
import { answerQuestion } from "@/lib/data/learning/answer-question";
import { gradeItem } from "@/lib/data/learning/grade-item";
import { addMissedCards } from "@/lib/data/learning/missed-cards";
import { ASIDE, setAside } from "@/lib/data/learning/set-aside";
import { saveSettings, settingsSchema } from "@/lib/data/learning/settings";
import { undoGrade } from "@/lib/data/learning/undo-grade";
import { gradeSchema } from "@/lib/learning/grades";
import { deckIdSchema, itemIdSchema, itemKeySchema } from "@/lib/learning/items";
import { timeZoneSchema } from "@/lib/learning/time-zone";

const revision = z.number().int().min(0);

/** Nobody has to sign in to learn: who is not known yet becomes a guest here. */
export const addDeckAction = defineAction({
  name: "add-deck",
  input: z.strictObject({
    deck: deckIdSchema,
    questionIds: z.array(itemIdSchema).max(60),
    timeZone: timeZoneSchema,
  }),
  access: "public",
  limit: { perMinute: 30 },
  run: async (input, { now }) => addDeck(await ensureViewer(), input, now),
});

export const addMissedCardsAction = defineAction({
  name: "add-missed-cards",
  input: z.strictObject({ interviewId: z.uuid(), timeZone: timeZoneSchema }),
  access: "viewer",
  limit: { perMinute: 30 },
  run: (input, { viewer, now }) => addMissedCards(viewer, input, now),
});

export const gradeItemAction = defineAction({
  name: "grade-item",
  input: itemKeySchema.extend({ reviewId: z.uuid(), revision, grade: gradeSchema }),
  access: "viewer",
  run: (input, { viewer, now }) => gradeItem(viewer, input, now),
});

export const undoGradeAction = defineAction({
  name: "undo-grade",
  input: z.strictObject({ undoId: z.uuid(), reviewId: z.uuid(), revision }),
  access: "viewer",
  run: (input, { viewer, now }) => undoGrade(viewer, input, now),
});

const answer = {
  answerId: z.uuid(),
  deck: deckIdSchema,
  itemId: itemIdSchema,
  option: z.number().int().min(0).max(9),
};

/** A quiz is read by people of whom nothing is known; then nothing is kept. */
export const answerQuestionAction = defineAction({
  name: "answer-question",
  input: z.discriminatedUnion("purpose", [
    z.strictObject({ ...answer, purpose: z.literal("quiz") }),
    z.strictObject({ ...answer, purpose: z.literal("review"), revision }),
    z.strictObject({
      ...answer,
      purpose: z.literal("transfer"),
      caseSlug: z.string().max(80),
      pointId: z.string().max(80),
    }),
  ]),
  access: "public",
  run: async (input, { viewer, now }) => (viewer ? answerQuestion(viewer, input, now) : null),
});

export const setAsideAction = defineAction({
  name: "set-card-aside",
  input: itemKeySchema.extend({ aside: z.enum(ASIDE) }),
  access: "viewer",
  run: (input, { viewer, now }) => setAside(viewer, input, now),
});

export const saveLearningSettingsAction = defineAction({
  name: "save-learning-settings",
  input: settingsSchema,
  access: "viewer",
  limit: { perMinute: 30 },
  run: (input, { viewer }) => saveSettings(viewer, input),
});
