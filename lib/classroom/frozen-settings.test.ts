import { describe, expect, test } from "vitest";
import { type AssignmentSettings, NO_PENALTY } from "./assignment";
import { changedSettings, FROZEN_SETTINGS, frozenErrors } from "./frozen-settings";

const before: AssignmentSettings = {
  title: "Video recommendation",
  instructions: "",
  caseSlugs: ["video-recommendation", "search-ranking"],
  mode: "coach",
  level: "senior",
  lengthMinutes: 45,
  stages: ["data", "model"],
  attempts: 1,
  attemptKept: "best",
  pointsPossible: 100,
  evidenceWorld: null,
  hiddenLabControls: [],
  releaseAtMs: 1,
  dueAtMs: 2,
  lateDueAtMs: null,
  latePolicy: NO_PENALTY,
  isAnonymous: true,
  reportShown: "with-grades",
  peerReview: null,
};

describe("what cannot change after the first start", () => {
  const changes: Partial<AssignmentSettings> = {
    caseSlugs: ["search-ranking"],
    mode: "exam",
    level: "staff",
    lengthMinutes: 60,
    stages: [],
  };
  test.each(FROZEN_SETTINGS)("is %s, with the reason", (key) => {
    const errors = frozenErrors(before, { ...before, [key]: changes[key] });
    expect(errors).toEqual({
      [key]: [expect.stringMatching(/cannot change any more: somebody has started/)],
    });
  });

  test("is not the order of cases and stages, nor dates, lateness, attempts and what is shown", () => {
    const after: AssignmentSettings = {
      ...before,
      title: "Another",
      caseSlugs: ["search-ranking", "video-recommendation"],
      stages: ["model", "data"],
      dueAtMs: 3,
      lateDueAtMs: 4,
      attempts: 3,
      latePolicy: { ...NO_PENALTY, percentPerUnit: 10 },
      reportShown: "at-once",
    };
    expect(frozenErrors(before, after)).toEqual({});
  });

  test("names stay hidden once they were promised to be, and may be hidden later", () => {
    expect(Object.keys(frozenErrors(before, { ...before, isAnonymous: false }))).toEqual(["isAnonymous"]);
    expect(frozenErrors({ ...before, isAnonymous: false }, before)).toEqual({});
  });
});

test("a change is kept as the settings that differ, before and after", () => {
  expect(changedSettings(before, { ...before, dueAtMs: 9, stages: ["model", "data"] })).toEqual({
    before: { dueAtMs: 2 },
    after: { dueAtMs: 9 },
  });
});
