"use server";
import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { regradeAnswerSchema } from "@/lib/classroom/feedback/regrade";
import { answerRegrade } from "@/lib/data/regrade/answer-regrade";

export const answerRegradeAction = defineAction({
  name: "answer-regrade",
  input: z.strictObject({
    classId: z.uuid(),
    assignmentId: z.uuid(),
    requestId: z.uuid(),
    answer: regradeAnswerSchema,
  }),
  access: "viewer",
  run: (input, { viewer, now }) => answerRegrade(viewer, input, now),
});
