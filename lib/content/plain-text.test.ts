import { describe, expect, it } from "vitest";
import { plainSections, plainText } from "./plain-text";

describe("plainText", () => {
  it("keeps the words and drops the marks", () => {
    expect(plainText("**Logs** _lie_: see [the chapter](/framework/data) and `logq`.\n\n- one\n- two")).toBe(
      "Logs lie: see the chapter and logq. one two",
    );
  });
  it("keeps what stands inside Calc, Assume and Term, and the caption of a figure", () => {
    const text =
      'At <Calc of="20e9 / 86400">231,000</Calc> <Term id="qps">requests</Term> <Assume>a day</Assume> <Cite id="x"/>.\n\n<CapacityFigure dailyUsers={5} caption="How much it is." />';
    expect(plainText(text)).toBe("At 231,000 requests a day. How much it is.");
  });
  it("reads tables cell by cell and inline formulas without commands", () => {
    expect(plainText("| Model | AUC |\n|---|---:|\n| DCN-v2 | 0.8142 |")).toBe("Model AUC DCN-v2 0.8142");
    expect(plainText("With $\\log Q(y)$ it is.\n\n$$\nx^2\n$$\n")).toBe("With Q(y) it is.");
  });
});

describe("plainSections", () => {
  it("cuts at headings down to the depth; deeper ones stay in the text above", () => {
    const text =
      "---\ntitle: x\n---\n\nLead.\n\n## One\n\nFirst.\n\n#### Deep\n\nMore.\n\n### Two\n\nSecond.\n";
    expect(plainSections(text, 3).map(({ heading, text: words }) => [heading?.anchor, words])).toEqual([
      [undefined, "Lead."],
      ["one", "First. Deep More."],
      ["two", "Second."],
    ]);
  });
});
