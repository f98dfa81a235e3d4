import { describe, expect, it } from "vitest";
import { type MarkedText, markFound, snippetOf } from "./snippet";

const shown = (text: MarkedText | null) =>
  text?.map(({ text: part, isFound }) => (isFound ? `[${part}]` : part)).join("") ?? null;

describe("markFound", () => {
  it("marks whole words as they stand in the text", () => {
    expect(shown(markFound("Two-tower models: the towers.", new Set(["tower"])))).toBe(
      "[Two-tower] models: the towers.",
    );
  });
  it("gives back the whole text when nothing was found", () =>
    expect(shown(markFound("Plain.", new Set(["tower"])))).toBe("Plain."));
});

describe("snippetOf", () => {
  const filler = "word ".repeat(60);
  it("shows the place that holds the most different words", () => {
    const text = `A bias alone. ${filler}Here is position bias together. ${filler}`;
    const snippet = shown(snippetOf(text, new Set(["position", "bias"]))) ?? "";
    expect(snippet).toContain("[position] [bias] together");
    expect(snippet).toMatch(/^… word .* …$/);
    expect(snippet.length).toBeLessThan(180);
  });
  it("is nothing when no word is in the text", () =>
    expect(snippetOf("Something else.", new Set(["bias"]))).toBeNull());
});
