"use server";
import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { leaveClass } from "@/lib/data/class/change-member";

export const leaveClassAction = defineAction({
  name: "leave-class",
  input: z.strictObject({ classId: z.uuid() }),
  access: "account",
  run: ({ classId }, { viewer, now }) => leaveClass(viewer, classId, now),
});
