/** What a person is in a class. It says nothing about other classes: what somebody may do is asked of the class at hand. */
import * as z from "zod";

export const CLASS_ROLES = ["instructor", "assistant", "student"] as const;
export const classRoleSchema = z.enum(CLASS_ROLES);
export type ClassRole = z.infer<typeof classRoleSchema>;

/** Who reads and grades what students write. */
export const STAFF = ["instructor", "assistant"] as const satisfies readonly ClassRole[];
export const INSTRUCTORS = ["instructor"] as const satisfies readonly ClassRole[];
export const STUDENTS = ["student"] as const satisfies readonly ClassRole[];
export const MEMBERS = CLASS_ROLES;

export const CLASS_ROLE_WORDS: Record<ClassRole, string> = {
  instructor: "Instructor",
  assistant: "Assistant",
  student: "Student",
};

export const isStaff = (role: ClassRole): boolean => role !== "student";
