"use server";
import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { MOST_PATH } from "@/lib/classroom/evidence/lab-address";
import { outcomeSchema } from "@/lib/classroom/evidence/outcome";
import { attachEvidence } from "@/lib/data/submission/attach-evidence";
import { labAssignment } from "@/lib/data/submission/lab-assignment";
import { readEvidence } from "@/lib/data/submission/read-evidence";

const key = { classId: z.uuid(), assignmentId: z.uuid() };

/** Asked by the lab when it was opened from an assignment; the page itself is the same for everybody. */
export const labAssignmentAction = defineAction({
  name: "lab-assignment",
  input: z.strictObject(key),
  access: "viewer",
  limit: { perMinute: 60 },
  run: (input, { viewer, now }) => labAssignment(viewer, input, now),
});

export const attachEvidenceAction = defineAction({
  name: "attach-evidence",
  input: z.strictObject({ ...key, path: z.string().max(MOST_PATH), outcome: outcomeSchema }),
  access: "viewer",
  limit: { perMinute: 20 },
  run: (input, { viewer, now }) => attachEvidence(viewer, input, now),
});

export const readEvidenceAction = defineAction({
  name: "read-evidence",
  input: z.strictObject({ evidenceId: z.uuid() }),
  access: "viewer",
  limit: { perMinute: 60 },
  run: ({ evidenceId }, { viewer }) => readEvidence(viewer, evidenceId),
});
