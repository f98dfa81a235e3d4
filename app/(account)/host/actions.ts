"use server";
import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { emailSchema } from "@/lib/auth/credentials";
import { nameInstructor } from "@/lib/data/host/abandoned-classes";
import { findAccount, giveRole } from "@/lib/data/host/give-role";

export const findAccountAction = defineAction({
  name: "find-account",
  input: z.strictObject({ email: emailSchema }),
  access: "admin",
  limit: { perMinute: 60 },
  run: ({ email }, { viewer }) => findAccount(viewer, email),
});

export const giveRoleAction = defineAction({
  name: "give-role",
  input: z.strictObject({ userId: z.string().min(1).max(100), role: z.enum(["candidate", "instructor"]) }),
  access: "admin",
  run: ({ userId, role }, { viewer }) => giveRole(viewer, userId, role),
});

export const nameInstructorAction = defineAction({
  name: "name-instructor",
  input: z.strictObject({ classId: z.uuid(), email: emailSchema }),
  access: "admin",
  run: ({ classId, email }, { viewer, now }) => nameInstructor(viewer, classId, email, now),
});
