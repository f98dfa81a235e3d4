import { describe, expect, it } from "vitest";
import type { ReportPoint } from "@/lib/grading/report/schema";
import { agreementWords, comparePartner, differences } from "./partner-comparison";
import { partnersMarkdown } from "./partner-markdown";
import { nearestMark, type SheetMark } from "./scoring-sheet";

const point = (id: string, credit: number, stage: ReportPoint["stage"] = "data"): ReportPoint => ({
  ...{ id, stage, level: "mid", weight: 1, credit, text: `Point ${id}`, why: "", chapter: "" },
  ...{ verdict: "partly", receipt: null, gate: null, misconception: null, isExpected: true },
});
const mark = (pointId: string, value: SheetMark["mark"], note = ""): SheetMark => ({
  pointId,
  mark: value,
  note,
});

describe("a partner's sheet beside the report", () => {
  it("compares what both judged, on one scale", () => {
    expect([0, 0.2, 0.3, 0.74, 0.8, 1].map(nearestMark)).toEqual([0, 0, 0.5, 0.5, 1, 1]);
    const { points, notes } = comparePartner(
      [point("a", 0.9), point("b", 0.1), point("c", 0.5), point("d", 1)],
      [mark("a", 1), mark("b", 1, "said aloud"), mark("c", null, "unsure"), mark("gone", 1)],
    );
    expect(points).toMatchObject([
      { point: { id: "a" }, partner: 1, machine: 1 },
      { point: { id: "b" }, partner: 1, machine: 0, note: "said aloud" },
    ]);
    expect(notes).toMatchObject([{ point: { id: "c" }, note: "unsure" }]);
  });

  it("rates a stage over the points that the partner marked, and says how many that were", () => {
    const points = [point("a", 0, "serve"), point("b", 1, "serve"), point("c", 1, "data")];
    const { stages } = comparePartner(points, [mark("a", 1)]);
    expect(stages).toEqual([{ stage: "serve", partner: 4, machine: 0, marked: 1, of: 2 }]);
  });

  it("names the points on which the two differ, the furthest apart first", () => {
    const compared = comparePartner(
      [point("near", 0.5), point("same", 1), point("far", 0)],
      [mark("near", 1), mark("same", 1), mark("far", 1)],
    );
    expect(differences(compared).map((one) => one.point.id)).toEqual(["far", "near"]);
  });
});

describe("a partner's sheet in the report's file", () => {
  it("has both marks of each point and notes on one line", () => {
    const points = [point("a", 1), point("b", 0)];
    const marks = [mark("a", 0, "where?\n## Outcome"), mark("b", null, "unheard")];
    expect(partnersMarkdown([comparePartner(points, marks)])).toBe(
      [
        "\n## Partner and machine\n",
        "The same mark on 0 of 1 point (0 %). Too few points to speak of agreement. The partner's marks change no score.\n",
        "- Data and features, partner **not made**, machine **partly**: Point a Note: where? ## Outcome",
        "- Point b Note: unheard\n",
      ].join("\n"),
    );
    expect(partnersMarkdown([])).toBe("");
  });
});

describe("agreement in words", () => {
  const of = (pairs: [machine: number, partner: SheetMark["mark"]][]): string => {
    const points = pairs.map(([credit], i) => point(`p${i}`, credit));
    const marks = pairs.map(([, value], i) => mark(`p${i}`, value));
    return agreementWords(comparePartner(points, marks).agreement);
  };

  it("gives the share, and kappa from five points on", () => {
    expect(of([])).toBe("No point was marked.");
    expect(of([[1, 1]])).toBe("The same mark on 1 of 1 point (100 %). Too few points to speak of agreement.");
    const five: [number, SheetMark["mark"]][] = [
      [1, 1],
      [0, 0],
      [0, 0.5],
      [1, 1],
      [0.5, 0.5],
    ];
    expect(of(five)).toBe(
      "The same mark on 4 of 5 points (80 %). Weighted kappa 0.86: almost perfect agreement beyond chance.",
    );
    expect(of(five.map(() => [1, 1]))).toContain("cannot be told from chance");
    expect(of(five.map(([credit]) => [credit, credit === 1 ? 0 : 1]))).toContain(
      "less agreement than chance.",
    );
  });
});
