import { describe, expect, test } from "vitest";
import { type ExtensionInput, readExtensionInput } from "./extension-input";

const on = (wall: string) => ({ wall, fold: "earlier" as const });
const assignment = {
  releaseAtMs: Date.parse("2026-10-12T07:00Z"),
  dueAtMs: Date.parse("2026-11-01T22:59Z"),
  lateDueAtMs: Date.parse("2026-11-04T22:59Z"),
  attempts: 1,
};
const input: ExtensionInput = {
  releaseAt: null,
  dueAt: null,
  lateDueAt: null,
  timeMultiplier: 1,
  extraAttempts: 0,
  isExcused: false,
  reason: " ill ",
};
const read = (changes: Partial<ExtensionInput>) =>
  readExtensionInput({ ...input, ...changes }, assignment, "Europe/Berlin");

describe("what the extension form sends", () => {
  test("is granted as instants, and what is not given stays the assignment's", () => {
    expect(read({ dueAt: on("2026-11-08T23:59"), timeMultiplier: 1.5 })).toEqual({
      ok: true,
      grant: {
        releaseAtMs: null,
        dueAtMs: Date.parse("2026-11-08T22:59Z"),
        lateDueAtMs: null,
        timeMultiplier: 1.5,
        extraAttempts: 0,
        isExcused: false,
        reason: "ill",
      },
    });
  });

  test.each([
    ["dueAt", { dueAt: on("2026-10-01T12:00") }],
    ["releaseAt", { releaseAt: on("2026-11-02T12:00") }],
    ["lateDueAt", { lateDueAt: on("2026-11-01T23:59") }],
    ["dueAt", { dueAt: on("2027-03-28T02:30") }],
  ])("is refused at %s when that cannot be", (field, changes) => {
    const result = read(changes);
    expect(result.ok ? [] : Object.keys(result.fieldErrors)).toEqual([field]);
  });
});
