"use server";
import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { classSettingsSchema } from "@/lib/classroom/class-settings";
import { createClass } from "@/lib/data/class/create-class";
import { joinClass } from "@/lib/data/class/join-class";
import { env } from "@/lib/env";

export const createClassAction = defineAction({
  name: "create-class",
  input: classSettingsSchema,
  access: "account",
  limit: { perMinute: 10 },
  run: (input, { viewer, now }) => createClass(viewer, input, env().WHO_MAKES_CLASSES, now),
});

export const joinClassAction = defineAction({
  name: "join-class",
  input: z.strictObject({ code: z.string().max(40) }),
  access: "account",
  limit: { perMinute: 60 },
  run: ({ code }, { viewer, address, now }) => joinClass(viewer, code, address, now),
});
