"use server";
import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { assignmentInputSchema } from "@/lib/classroom/assignment-input";
import { extensionInputSchema } from "@/lib/classroom/extension-input";
import { deleteDraft, duplicateAssignment, setStatus } from "@/lib/data/assignment/change-status";
import { createAssignment, editAssignment } from "@/lib/data/assignment/save-assignment";
import { removeExtensions, setExtensions } from "@/lib/data/extension/set-extensions";

const ids = z.strictObject({ classId: z.uuid(), assignmentId: z.uuid() });
const revision = z.number().int().min(0);
const seen = z
  .array(z.strictObject({ studentId: z.string().min(1).max(100), updatedAtMs: z.number().int().nullable() }))
  .min(1)
  .max(500);

export const saveAssignmentAction = defineAction({
  name: "save-assignment",
  input: z.strictObject({
    classId: z.uuid(),
    assignmentId: z.uuid().nullable(),
    revision,
    input: assignmentInputSchema,
    publish: z.boolean(),
  }),
  access: "account",
  limit: { perMinute: 30 },
  run: async ({ classId, assignmentId, publish, ...given }, { viewer, now }) => {
    const saved = assignmentId
      ? await editAssignment(viewer, { classId, assignmentId }, given.revision, given.input, now)
      : await createAssignment(viewer, classId, given.input, now);
    const key = { classId, assignmentId: saved.assignmentId };
    if (publish) await setStatus(viewer, key, saved.revision, "published", now);
    return { assignmentId: saved.assignmentId };
  },
});

export const setStatusAction = defineAction({
  name: "set-assignment-status",
  input: ids.extend({ revision, status: z.enum(["draft", "published"]) }),
  access: "account",
  run: ({ revision: seenRevision, status, ...key }, { viewer, now }) =>
    setStatus(viewer, key, seenRevision, status, now),
});

export const duplicateAssignmentAction = defineAction({
  name: "duplicate-assignment",
  input: ids,
  access: "account",
  limit: { perMinute: 30 },
  run: (key, { viewer, now }) => duplicateAssignment(viewer, key, now),
});

export const deleteDraftAction = defineAction({
  name: "delete-assignment-draft",
  input: ids,
  access: "account",
  run: (key, { viewer, now }) => deleteDraft(viewer, key, now),
});

export const setExtensionsAction = defineAction({
  name: "set-extensions",
  input: ids.extend({ seen, extension: extensionInputSchema }),
  access: "account",
  limit: { perMinute: 60 },
  run: ({ seen: held, extension, ...key }, { viewer, now }) =>
    setExtensions(viewer, key, held, extension, now),
});

export const removeExtensionsAction = defineAction({
  name: "remove-extensions",
  input: ids.extend({ seen }),
  access: "account",
  limit: { perMinute: 60 },
  run: ({ seen: held, ...key }, { viewer, now }) => removeExtensions(viewer, key, held, now),
});
