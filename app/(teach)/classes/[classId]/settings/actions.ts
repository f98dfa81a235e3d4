"use server";
import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { classSettingsSchema, joinSettingsSchema } from "@/lib/classroom/class-settings";
import { archiveClass, changeClass, deleteClass } from "@/lib/data/class/change-class";
import { changeJoinSettings, rotateJoinCode, switchOffJoinCode } from "@/lib/data/class/change-join-code";

const target = { classId: z.uuid() };

export const changeClassAction = defineAction({
  name: "change-class",
  input: classSettingsSchema.extend(target),
  access: "account",
  run: ({ classId, ...settings }, { viewer, now }) => changeClass(viewer, classId, settings, now),
});

export const archiveClassAction = defineAction({
  name: "archive-class",
  input: z.strictObject({ ...target, isArchived: z.boolean() }),
  access: "account",
  run: ({ classId, isArchived }, { viewer, now }) => archiveClass(viewer, classId, isArchived, now),
});

export const deleteClassAction = defineAction({
  name: "delete-class",
  input: z.strictObject({ ...target, name: z.string().max(200) }),
  access: "account",
  run: ({ classId, name }, { viewer }) => deleteClass(viewer, classId, name),
});

export const rotateJoinCodeAction = defineAction({
  name: "rotate-join-code",
  input: z.strictObject(target),
  access: "account",
  run: ({ classId }, { viewer, now }) => rotateJoinCode(viewer, classId, now),
});

export const switchOffJoinCodeAction = defineAction({
  name: "switch-off-join-code",
  input: z.strictObject(target),
  access: "account",
  run: ({ classId }, { viewer, now }) => switchOffJoinCode(viewer, classId, now),
});

export const changeJoinSettingsAction = defineAction({
  name: "change-join-settings",
  input: joinSettingsSchema.extend(target),
  access: "account",
  run: ({ classId, ...settings }, { viewer, now }) => changeJoinSettings(viewer, classId, settings, now),
});
