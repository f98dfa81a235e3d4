import { describe, expect, test } from "vitest";
import { NO_PENALTY } from "./assignment";
import {
  type AssignmentInput,
  newAssignmentInput,
  newPeerReview,
  readAssignmentInput,
  toAssignmentInput,
  toDateInput,
} from "./assignment-input";

const on = (wall: string, fold: "earlier" | "later" = "earlier") => ({ wall, fold });
const CASES = ["video-recommendation", "search-ranking"];
const input: AssignmentInput = {
  title: " Video recommendation ",
  instructions: "Design it.",
  caseSlugs: ["video-recommendation"],
  mode: "exam",
  level: "senior",
  lengthMinutes: 45,
  stages: [],
  attempts: 1,
  attemptKept: "best",
  pointsPossible: 100,
  evidenceWorld: null,
  hiddenLabControls: [],
  releaseAt: on("2026-10-12T09:00"),
  dueAt: on("2026-11-01T23:59"),
  lateDueAt: on("2026-11-04T23:59"),
  latePolicy: NO_PENALTY,
  isAnonymous: false,
  reportShown: "with-grades",
  peerReview: null,
};
const read = (changes: Partial<AssignmentInput>, timeZone = "Europe/Berlin") =>
  readAssignmentInput({ ...input, ...changes }, timeZone, CASES);
function errorsOf(changes: Partial<AssignmentInput>) {
  const result = read(changes);
  return result.ok ? {} : result.fieldErrors;
}

describe("what the assignment form sends", () => {
  test("becomes settings whose dates are instants of the class's zone", () => {
    const result = read({});
    expect(result.ok && result.settings).toMatchObject({
      title: "Video recommendation",
      releaseAtMs: Date.parse("2026-10-12T07:00Z"),
      dueAtMs: Date.parse("2026-11-01T22:59Z"),
      lateDueAtMs: Date.parse("2026-11-04T22:59Z"),
    });
    const inNewYork = read({}, "America/New_York");
    expect(inNewYork.ok && inNewYork.settings.dueAtMs).toBe(Date.parse("2026-11-02T04:59Z"));
  });

  test("means the earlier of two instants unless the later is chosen", () => {
    const due = (fold: "earlier" | "later") => {
      const result = read({ dueAt: on("2026-10-25T02:30", fold) });
      return result.ok ? new Date(result.settings.dueAtMs).toISOString() : null;
    };
    expect(due("earlier")).toBe("2026-10-25T00:30:00.000Z");
    expect(due("later")).toBe("2026-10-25T01:30:00.000Z");
  });

  test("is refused at the field whose time does not exist", () => {
    expect(errorsOf({ dueAt: on("2027-03-28T02:30"), lateDueAt: null })).toEqual({
      dueAt: [expect.stringContaining("this time does not exist")],
    });
    expect(errorsOf({ releaseAt: on("") })).toEqual({ releaseAt: ["Enter a date and a time."] });
  });

  test("is refused at dates that come in the wrong order", () => {
    expect(Object.keys(errorsOf({ dueAt: on("2026-10-12T09:00") }))).toEqual(["dueAt"]);
    expect(Object.keys(errorsOf({ lateDueAt: on("2026-11-01T23:59") }))).toEqual(["lateDueAt"]);
    const peerReview = { reviewsPerStudent: 3, weightPercent: 5, dueAt: on("2026-11-04T23:59") };
    expect(Object.keys(errorsOf({ peerReview }))).toEqual(["peerReview.dueAt"]);
    const after = read({ peerReview: { ...peerReview, dueAt: on("2026-11-11T23:59") } });
    expect(after.ok && after.settings.peerReview?.dueAtMs).toBe(Date.parse("2026-11-11T22:59Z"));
  });

  test("has each error beside its own field, in words", () => {
    const latePolicy = { ...NO_PENALTY, percentPerUnit: 120, graceMinutes: null };
    const peerReview = { reviewsPerStudent: 9, weightPercent: 5, dueAt: on("2026-11-11T23:59") };
    expect(errorsOf({ title: "  ", caseSlugs: [], attempts: 1.5, latePolicy, peerReview })).toEqual({
      title: ["Give it a title."],
      caseSlugs: ["Choose a case."],
      attempts: ["A whole number from 1 to 10."],
      "latePolicy.percentPerUnit": ["From 0 to 100."],
      "latePolicy.graceMinutes": ["From 0 to 1,440."],
      "peerReview.reviewsPerStudent": ["From 1 to 5."],
    });
  });

  test("names only cases that there are, and each once", () => {
    expect(errorsOf({ caseSlugs: ["no-such-case"] })).toEqual({ caseSlugs: ["There is no such case."] });
    const twice = read({ caseSlugs: ["search-ranking", "search-ranking"] });
    expect(twice.ok && twice.settings.caseSlugs).toEqual(["search-ranking"]);
  });

  test("keeps of hidden lab controls those that the lab has", () => {
    const hidden = read({ evidenceWorld: "ads", hiddenLabControls: ["auction", "rerank"] });
    expect(hidden.ok && hidden.settings.hiddenLabControls).toEqual(["auction"]);
  });
});

describe("what the assignment form shows", () => {
  test("comes back as the settings that were shown, in every zone", () => {
    const peerReview = { reviewsPerStudent: 3, weightPercent: 5, dueAt: on("2026-11-11T23:59") };
    for (const timeZone of ["Europe/Berlin", "Asia/Kathmandu", "America/St_Johns"]) {
      const first = read({ peerReview, dueAt: on("2026-10-25T02:30", "later") }, timeZone);
      if (!first.ok) throw new Error("these are settings");
      const again = readAssignmentInput(toAssignmentInput(first.settings, timeZone), timeZone, CASES);
      expect(again).toEqual(first);
    }
  });

  test("says which of two times an instant is", () => {
    expect(toDateInput(Date.parse("2026-10-25T01:30Z"), "Europe/Berlin")).toEqual(
      on("2026-10-25T02:30", "later"),
    );
    expect(toDateInput(Date.parse("2026-10-25T00:30Z"), "Europe/Berlin")).toEqual(on("2026-10-25T02:30"));
  });

  test("starts with settings that lack a title and a case alone", () => {
    const fresh = newAssignmentInput(Date.parse("2026-10-12T07:00Z"), "Europe/Berlin");
    expect(fresh.dueAt.wall).toBe("2026-10-26T23:59");
    const result = readAssignmentInput(fresh, "Europe/Berlin", CASES);
    expect(result.ok ? [] : Object.keys(result.fieldErrors)).toEqual(["title", "caseSlugs"]);
  });
});

test("peer review starts with a date that comes after the last submission, late or not", () => {
  for (const lateDueAt of [on("2026-11-04T23:59"), null]) {
    const changes = { lateDueAt };
    const peerReview = newPeerReview({ ...input, ...changes }, "Europe/Berlin");
    expect(errorsOf({ ...changes, peerReview })).toEqual({});
    expect(peerReview.weightPercent).toBe(0);
  }
});
