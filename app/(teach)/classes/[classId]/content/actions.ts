"use server";
import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import {
  classContentIdSchema,
  classFactContentSchema,
  classPointContentSchema,
} from "@/lib/classroom/class-content/schema";
import { slugSchema } from "@/lib/content/schemas/case";
import { changeClassContent, resetClassContent } from "@/lib/data/class-content/change-class-content";
import { checkOfClass, tryPoint, tryQuestion } from "@/lib/data/class-content/try-class-content";
import { storableText } from "@/lib/interview/storable-text";

const ofClass = { classId: z.uuid(), caseSlug: slugSchema };
const entry = {
  ...ofClass,
  id: classContentIdSchema.nullable(),
  revision: z.number().int().min(0).nullable(),
};
/** Making a case ready takes half a second of the server. */
const TRIES = { perMinute: 30 };

export const saveClassPointAction = defineAction({
  name: "save-class-point",
  input: z.strictObject({ ...entry, content: classPointContentSchema }),
  access: "account",
  limit: { perMinute: 60 },
  run: (input, { viewer, now }) => changeClassContent(viewer, { ...input, kind: "point" }, now),
});

export const saveClassFactAction = defineAction({
  name: "save-class-fact",
  input: z.strictObject({ ...entry, content: classFactContentSchema }),
  access: "account",
  limit: { perMinute: 60 },
  run: (input, { viewer, now }) => changeClassContent(viewer, { ...input, kind: "fact" }, now),
});

export const resetClassContentAction = defineAction({
  name: "reset-class-content",
  input: z.strictObject({
    ...ofClass,
    kind: z.enum(["point", "fact"]),
    id: classContentIdSchema,
    revision: z.number().int().min(0),
  }),
  access: "account",
  limit: { perMinute: 60 },
  run: (input, { viewer, now }) => resetClassContent(viewer, input, now),
});

export const tryClassPointAction = defineAction({
  name: "try-class-point",
  input: z.strictObject({ ...ofClass, pointId: classContentIdSchema, answer: storableText(8_000).min(1) }),
  access: "account",
  limit: TRIES,
  run: (input, { viewer }) => tryPoint(viewer, input),
});

export const tryClassQuestionAction = defineAction({
  name: "try-class-question",
  input: z.strictObject({ ...ofClass, question: storableText(1_000).min(1) }),
  access: "account",
  limit: TRIES,
  run: (input, { viewer }) => tryQuestion(viewer, input),
});

export const checkClassContentAction = defineAction({
  name: "check-class-content",
  input: z.strictObject(ofClass),
  access: "account",
  limit: { perMinute: 10 },
  run: (input, { viewer }) => checkOfClass(viewer, input),
});
