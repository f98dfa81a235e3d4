"use server";
import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { classRoleSchema } from "@/lib/classroom/roles";
import { ROSTER_MAX_BYTES } from "@/lib/classroom/roster/limits";
import { changeRole, letInAgain, removeMember } from "@/lib/data/class/change-member";
import { dropRosterEntry } from "@/lib/data/roster/drop-entry";
import { importRoster, previewRoster } from "@/lib/data/roster/import-roster";

const person = z.strictObject({ classId: z.uuid(), userId: z.string().min(1).max(100) });
const count = z.number().int().min(0);
const roster = { classId: z.uuid(), text: z.string().max(ROSTER_MAX_BYTES) };

export const changeRoleAction = defineAction({
  name: "change-member-role",
  input: person.extend({ role: classRoleSchema }),
  access: "account",
  run: ({ role, ...target }, { viewer, now }) => changeRole(viewer, target, role, now),
});

export const removeMemberAction = defineAction({
  name: "remove-member",
  input: person,
  access: "account",
  run: (target, { viewer, now }) => removeMember(viewer, target, now),
});

export const letInAgainAction = defineAction({
  name: "let-in-again",
  input: person,
  access: "account",
  run: (target, { viewer, now }) => letInAgain(viewer, target, now),
});

export const previewRosterAction = defineAction({
  name: "preview-roster",
  input: z.strictObject(roster),
  access: "account",
  limit: { perMinute: 20 },
  run: ({ classId, text }, { viewer }) => previewRoster(viewer, classId, text),
});

export const importRosterAction = defineAction({
  name: "import-roster",
  input: z.strictObject({
    ...roster,
    dropAbsent: z.boolean(),
    shown: z.strictObject({ new: count, changed: count, absent: count }),
  }),
  access: "account",
  limit: { perMinute: 20 },
  run: ({ classId, ...request }, { viewer, now }) => importRoster(viewer, classId, request, now),
});

export const dropRosterEntryAction = defineAction({
  name: "drop-roster-entry",
  input: z.strictObject({ classId: z.uuid(), entryId: z.uuid() }),
  access: "account",
  run: ({ classId, entryId }, { viewer, now }) => dropRosterEntry(viewer, classId, entryId, now),
});
