import { describe, expect, test } from "vitest";
import { NO_PENALTY } from "@/lib/classroom/assignment";
import { type CellFacts, cellOf, type GradebookAssignment, ownCell } from "./cell";
import { gradebookPage, gradebookRow, gradebookViewSchema } from "./rows";
import { totalPercent } from "./total";

const HOUR_S = 3_600;
const ASSIGNMENT: GradebookAssignment = {
  id: "a",
  title: "Video",
  pointsPossible: 50,
  releaseAtMs: 1_000,
  dueAtMs: 5_000,
  lateDueAtMs: 9_000,
  attempts: 1,
  latePolicy: { ...NO_PENALTY, unit: "hour", percentPerUnit: 10 },
  gradesReleasedAtMs: null,
  hidesStudents: false,
};
const NOTHING: CellFacts = { extension: null, attempt: null, grade: null };
const EXTENSION = {
  releaseAtMs: null,
  dueAtMs: null,
  lateDueAtMs: null,
  timeMultiplier: 1,
  extraAttempts: 0,
};
const submitted = (decidedPercent: number | null, lateSeconds = 0): CellFacts => ({
  ...NOTHING,
  attempt: { isSubmitted: true, lateSeconds, decidedPercent },
});
const stateAt = (nowMs: number, facts: CellFacts = NOTHING) => cellOf(ASSIGNMENT, facts, nowMs).state;

describe("a cell of the gradebook", () => {
  test.each([
    [999, "not-released"],
    [1_000, "not-started"],
    [5_001, "overdue"],
    [9_001, "missing"],
  ] as const)("without an attempt, at %i, is %s", (nowMs, state) => {
    expect(stateAt(nowMs)).toBe(state);
  });

  test("goes by the student's own dates, and is excused if the extension says so", () => {
    expect(
      stateAt(9_001, { ...NOTHING, extension: { ...EXTENSION, dueAtMs: 20_000, isExcused: false } }),
    ).toBe("not-started");
    expect(stateAt(9_001, { ...NOTHING, extension: { ...EXTENSION, isExcused: true } })).toBe("excused");
  });

  test("is running, submitted, graded and released in turn", () => {
    const attempt = { isSubmitted: false, lateSeconds: 0, decidedPercent: null };
    expect(stateAt(9_001, { ...NOTHING, attempt })).toBe("running");
    expect(stateAt(9_001, submitted(null))).toBe("submitted");
    expect(stateAt(9_001, submitted(80))).toBe("graded");
    const released = { ...submitted(80), grade: { finalPercent: 70, adjustment: 0, isReleased: true } };
    expect(cellOf(ASSIGNMENT, released, 9_001)).toEqual({ state: "released", percent: 70, lateSeconds: 0 });
  });

  test("takes off what lateness costs until the grade's own row says it", () => {
    expect(cellOf(ASSIGNMENT, submitted(80, 1.5 * HOUR_S), 9_001)).toEqual({
      state: "graded",
      percent: 60,
      lateSeconds: 1.5 * HOUR_S,
    });
  });

  test("of an assignment graded without names says neither how good, nor how late, nor whether it is graded", () => {
    const hidden = { ...ASSIGNMENT, hidesStudents: true };
    for (const facts of [
      submitted(null, 60),
      submitted(80, 60),
      { ...submitted(80, 60), grade: { finalPercent: 70, adjustment: 5, isReleased: false } },
    ])
      expect(cellOf(hidden, facts, 9_001)).toEqual({ state: "submitted", percent: null, lateSeconds: null });
  });

  test("shows a student their own grade only when it is released", () => {
    const graded = { ...submitted(80, 60), grade: { finalPercent: 70, adjustment: 5, isReleased: false } };
    expect(ownCell(ASSIGNMENT, graded, 9_001)).toMatchObject({ state: "submitted", percent: null });
    const released = { ...graded, grade: { finalPercent: 70, adjustment: 0, isReleased: true } };
    expect(ownCell(ASSIGNMENT, released, 9_001)).toMatchObject({ state: "released", percent: 70 });
    const given = { ...NOTHING, grade: { finalPercent: 70, adjustment: 5, isReleased: false } };
    expect(ownCell(ASSIGNMENT, given, 9_001)).toMatchObject({ state: "missing", percent: null });
  });

  test("takes an adjustment that waits for the release into what is decided, and its number for nothing", () => {
    const grade = { finalPercent: 33, adjustment: 5, isReleased: false };
    expect(cellOf(ASSIGNMENT, { ...submitted(80), grade }, 9_001)).toMatchObject({
      state: "graded",
      percent: 85,
    });
    expect(cellOf(ASSIGNMENT, { ...submitted(null), grade }, 9_001)).toMatchObject({
      state: "submitted",
      percent: null,
    });
  });

  test("of nothing handed in is missing, with the grade that a release gave it", () => {
    const grade = { finalPercent: 10, adjustment: 10, isReleased: true };
    expect(cellOf(ASSIGNMENT, { ...NOTHING, grade }, 9_001)).toMatchObject({ state: "missing", percent: 10 });
  });
});

const cell = (percent: number | null, state: "graded" | "missing" | "excused" | "submitted" = "graded") => ({
  state,
  percent,
  lateSeconds: null,
});

describe("the total", () => {
  test("is weighted by points possible, counts missing as nothing, and leaves out what does not count", () => {
    expect(
      totalPercent([
        { pointsPossible: 100, cell: cell(80) },
        { pointsPossible: 50, cell: cell(50) },
        { pointsPossible: 50, cell: cell(null, "missing") },
        { pointsPossible: 500, cell: cell(null, "excused") },
        { pointsPossible: 500, cell: cell(null, "submitted") },
      ]),
    ).toBeCloseTo((80 + 25) / 2, 12);
    expect(totalPercent([{ pointsPossible: 10, cell: cell(null, "excused") }])).toBeNull();
  });
});

describe("the rows", () => {
  const row = (name: string, section: string | null, percent: number | null) =>
    gradebookRow(
      { userId: name, name, email: `${name}@example.org`, studentNumber: null, section },
      [ASSIGNMENT],
      [cell(percent, percent === null ? "submitted" : "graded")],
    );
  const rows = [row("Cy", "B", 90), row("Ann", "A", null), row("Ben", "A", 40)];
  const names = (view: Record<string, string>) =>
    gradebookPage(rows, [ASSIGNMENT], gradebookViewSchema.parse(view)).rows.map(
      ({ student }) => student.name,
    );

  test("are sorted by name, total or an assignment, and what has no value comes last either way", () => {
    expect(names({})).toEqual(["Ann", "Ben", "Cy"]);
    expect(names({ sort: "a" })).toEqual(["Ben", "Cy", "Ann"]);
    expect(names({ sort: "total", direction: "descending" })).toEqual(["Cy", "Ben", "Ann"]);
  });

  test("are found by section and words", () => {
    expect(names({ section: "A" })).toEqual(["Ann", "Ben"]);
    expect(names({ find: "BEN@" })).toEqual(["Ben"]);
  });

  test("come in pages; a page beyond the last is the last, and nonsense in the address the first view", () => {
    const many = Array.from({ length: 120 }, (_, i) => row(`Student ${String(i).padStart(3, "0")}`, null, i));
    const page = (view: Record<string, string>) =>
      gradebookPage(many, [ASSIGNMENT], gradebookViewSchema.parse(view));
    expect(page({ page: "2" }).rows[0]?.student.name).toBe("Student 050");
    expect(page({ page: "99" })).toMatchObject({ page: 3, pages: 3, matching: 120 });
    expect(page({ page: "-1", sort: "nothing", direction: "sideways" })).toMatchObject({ page: 1 });
  });
});
