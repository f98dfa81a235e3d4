"use server";
import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { recalibrate } from "@/lib/data/grading-group/recalibrate";
import { groupCreditSchema, setGroupCredit } from "@/lib/data/grading-group/set-group-credit";

const assignmentIds = { classId: z.uuid(), assignmentId: z.uuid() };

export const recalibrateAction = defineAction({
  name: "recalibrate",
  input: z.strictObject(assignmentIds),
  access: "viewer",
  limit: { perMinute: 6 },
  run: (input, { viewer, now }) => recalibrate(viewer, input, now),
});

export const setGroupCreditAction = defineAction({
  name: "set-group-credit",
  input: z.strictObject({ ...assignmentIds, ...groupCreditSchema.shape }),
  access: "viewer",
  limit: { perMinute: 30 },
  run: (input, { viewer, now }) => setGroupCredit(viewer, input, now),
});
