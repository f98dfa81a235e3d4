import { describe, expect, test } from "vitest";
import { hidesStudents, studentLabel } from "./student-label";

const submission = { alias: 417, student: { name: "Grace Hopper" } };
const released = new Date("2026-10-01T08:00:00Z");

describe("what a student is called in front of the staff", () => {
  test("a number, and nothing that names them, while the grades of an anonymous assignment are not released", () => {
    const shown = studentLabel({ isAnonymous: true, gradesReleasedAt: null }, submission);
    expect(shown).toEqual({ label: "Student 417", name: null });
    expect(JSON.stringify(shown)).not.toContain("Grace");
  });

  test.each([
    { isAnonymous: true, gradesReleasedAt: released },
    { isAnonymous: false, gradesReleasedAt: null },
    { isAnonymous: false, gradesReleasedAt: released },
  ])("their name with $isAnonymous and $gradesReleasedAt", (assignment) => {
    expect(hidesStudents(assignment)).toBe(false);
    expect(studentLabel(assignment, submission)).toEqual({ label: "Grace Hopper", name: "Grace Hopper" });
  });
});
