"use server";
import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { regradeReasonSchema } from "@/lib/classroom/feedback/regrade";
import { submissionKeySchema } from "@/lib/data/grade-comment/staff-submission";
import { askRegrade } from "@/lib/data/regrade/ask-regrade";

export const askRegradeAction = defineAction({
  name: "ask-regrade",
  input: submissionKeySchema.extend({ pointId: z.string().max(120), reason: regradeReasonSchema }),
  access: "viewer",
  limit: { perMinute: 20 },
  run: (input, { viewer, now }) => askRegrade(viewer, input, now),
});
