import { expect, test } from "vitest";
import {
  BASELINE_VIDEO_DESIGN,
  isVideoChoice,
  readVideoDesign,
  VIDEO_DECISIONS,
  videoDesignSchema,
} from "./video";
import { VIDEO_FIELDS } from "./video-fields";

test("every decision is asked for once, and its options are exactly those of the schema", () => {
  expect(VIDEO_FIELDS.map((field) => field.id).sort()).toEqual([...VIDEO_DECISIONS].sort());
  for (const field of VIDEO_FIELDS) {
    if (field.kind === "number") {
      expect(
        [field.min - 1, field.min, field.max, field.max + 1].map((n) => isVideoChoice(field.id, n)),
      ).toEqual([false, true, true, false]);
    } else {
      const schema = videoDesignSchema.shape[field.id];
      const values = "options" in schema ? [...schema.options] : [];
      expect(field.options.map((option) => option.value).sort()).toEqual([...values].sort());
    }
  }
});

test("the baseline is a whole design, and reading decisions drops what is not valid", () => {
  expect(videoDesignSchema.safeParse(BASELINE_VIDEO_DESIGN).success).toBe(true);
  expect(readVideoDesign({ split: "by-time", label: "nonsense", unknown: 1, candidates: null })).toEqual({
    split: "by-time",
  });
});
