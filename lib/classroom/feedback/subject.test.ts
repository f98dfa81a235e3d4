import { describe, expect, it } from "vitest";
import type { Anchor } from "@/lib/classroom/anchor";
import type { FeedbackComment } from "./comment";
import { numberComments, type SubjectPoint, stageOfPlace } from "./subject";

const comment = (id: string, anchor: Anchor | null, pointId: string | null = null): FeedbackComment => ({
  ...{ id, anchor, pointId, body: "Why?", revision: 0 },
  ...{ author: null, updatedAtMs: 0, mayChange: false },
});
const words = (part: "data" | "serve" | "whole", start: number): Anchor => ({
  ...{ kind: "text", part, start, end: start + 1, quote: "x" },
});

describe("remarks", () => {
  it("are numbered through the stages, then the board; those on a point or on the whole have no number", () => {
    const numbers = numberComments([
      comment("node", { kind: "node", nodeId: "n" }),
      comment("whole", null),
      comment("serve", words("serve", 0)),
      comment("data late", words("data", 40)),
      comment("point", null, "split"),
      comment("data early", words("data", 3)),
    ]);
    expect([...numbers]).toEqual([
      ["data early", 1],
      ["data late", 2],
      ["serve", 3],
      ["node", 4],
    ]);
  });

  it("belong to the stage of their passage, or else of their point", () => {
    const points: SubjectPoint[] = [{ id: "split", stage: "data", text: "Splits by time", receipt: null }];
    expect(stageOfPlace({ pointId: "split", anchor: words("serve", 0) }, points)).toBe("serve");
    expect(stageOfPlace({ pointId: "split", anchor: words("whole", 0) }, points)).toBe("data");
    expect(stageOfPlace({ pointId: "split", anchor: null }, points)).toBe("data");
    expect(stageOfPlace({ pointId: null, anchor: { kind: "node", nodeId: "n" } }, points)).toBeNull();
  });
});
