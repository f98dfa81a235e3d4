"use server";
import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { adjustGrade, adjustmentSchema } from "@/lib/data/grading/adjust-grade";
import { decidePoints, pointDecisionSchema } from "@/lib/data/grading/decide-points";
import { loadHistory } from "@/lib/data/grading/load-history";
import { releaseGrades, withdrawGrades } from "@/lib/data/grading/release-grades";
import { visitSubmission } from "@/lib/data/grading/visit-submission";

const assignmentIds = { classId: z.uuid(), assignmentId: z.uuid() };
const submissionIds = { ...assignmentIds, submissionId: z.uuid() };

export const decidePointsAction = defineAction({
  name: "decide-points",
  input: z.strictObject({ ...submissionIds, decisions: z.array(pointDecisionSchema).min(1).max(120) }),
  access: "viewer",
  run: (input, { viewer, now }) => decidePoints(viewer, input, now),
});

export const visitSubmissionAction = defineAction({
  name: "visit-submission",
  input: z.strictObject({ ...submissionIds, sinceMs: z.number().int().min(0), isLeaving: z.boolean() }),
  access: "viewer",
  run: (input, { viewer, now }) => visitSubmission(viewer, input, now),
});

export const loadHistoryAction = defineAction({
  name: "load-grading-history",
  input: z.strictObject(submissionIds),
  access: "viewer",
  run: (input, { viewer }) => loadHistory(viewer, input),
});

export const adjustGradeAction = defineAction({
  name: "adjust-grade",
  input: z.strictObject({ ...submissionIds, ...adjustmentSchema.shape }),
  access: "viewer",
  run: (input, { viewer, now }) => adjustGrade(viewer, input, now),
});

export const releaseGradesAction = defineAction({
  name: "release-grades",
  input: z.strictObject({ ...assignmentIds, takesSuggestions: z.boolean() }),
  access: "viewer",
  limit: { perMinute: 20 },
  run: (input, { viewer, now }) => releaseGrades(viewer, input, now),
});

export const withdrawGradesAction = defineAction({
  name: "withdraw-grades",
  input: z.strictObject(assignmentIds),
  access: "viewer",
  limit: { perMinute: 20 },
  run: (input, { viewer, now }) => withdrawGrades(viewer, input, now),
});
