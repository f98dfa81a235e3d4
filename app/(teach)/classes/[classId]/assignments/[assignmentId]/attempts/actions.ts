"use server";
import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { startAttempt } from "@/lib/data/submission/start-attempt";

export const startAttemptAction = defineAction({
  name: "start-attempt",
  input: z.strictObject({ classId: z.uuid(), assignmentId: z.uuid(), caseSlug: z.string().max(80) }),
  access: "viewer",
  limit: { perMinute: 20 },
  run: (input, { viewer, now }) => startAttempt(viewer, input, now),
});
