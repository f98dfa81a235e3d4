import { describe, expect, it } from "vitest";
import { EMPTY_CLICKS, type Ladder } from "@/components/lab/data/clicks/clicks-view";
import { clicksNotes, describeLadder } from "@/components/lab/data/clicks/ladder-words";
import type { ClickRung } from "@/lib/pipeline/workers/calls/clicks-calls";

const { models: _models, ...split } = EMPTY_CLICKS.choice;
const base: Ladder["base"] = {
  rate: 0.1,
  logLoss: 0.325,
  normalizedEntropy: 1,
  ece: 0,
  trainRows: 8_000,
  validRows: 1_000,
  testRows: 1_000,
  fields: 4,
  tableRows: 90,
  numericFields: [],
};
const rung = (logLoss: number, before = 0.02, after = 0.01) =>
  ({ logLoss, ece: after, uncalibrated: { ece: before } }) as ClickRung;

describe("what a ladder means", () => {
  it("says by how much the features beat the base rate, or that they do not", () => {
    const [gain] = describeLadder({ split, base, rungs: { lr: rung(0.3), dcn: rung(0.26) } });
    expect(gain).toContain("DCN-v2 has the lowest log loss, 20 % below");
    const [none] = describeLadder({ split, base, rungs: { lr: rung(0.3249) } });
    expect(none).toContain("No model is clearly better");
  });

  it("tells whether crosses matter, by the richer model that did best", () => {
    const words = (fm: number, dcn: number) =>
      describeLadder({ split, base, rungs: { lr: rung(0.3), fm: rung(fm), dcn: rung(dcn) } })[1];
    expect(words(0.29, 0.28)).toContain("Crosses of features matter: DCN-v2");
    expect(words(0.28, 0.29)).toContain("Crosses of features matter: the factorization machine");
    expect(words(0.31, 0.31)).toContain("is worse than logistic regression");
    expect(words(0.3001, 0.3001)).toContain("cannot be told apart");
  });

  it("says nothing of crosses or calibration before a model is there", () => {
    expect(describeLadder({ split, base, rungs: {} })).toHaveLength(1);
  });
});

it("notes name columns that say nothing, and keep quiet about good ones", () => {
  const field = (name: string, changes: object) => ({
    name,
    distinct: 10,
    commonest: { word: "a", share: 0.2 },
    emptyShare: 0,
    onceShare: 0,
    ...changes,
  });
  const summary = (ones: number, ...fields: ReturnType<typeof field>[]) => ({
    files: [{ name: "log.csv", rows: 10_000, ones }],
    fields,
  });
  expect(clicksNotes(summary(2_000, field("site", {})))).toEqual([]);
  const notes = clicksNotes(
    summary(
      9,
      field("id", { onceShare: 0.9 }),
      field("unit", { distinct: 1 }),
      field("ref", { emptyShare: 0.5 }),
    ),
  ).join(" ");
  expect(notes).toContain("Only 9 rows were clicked");
  expect(notes).toContain("Most values of id come once");
  expect(notes).toContain("unit never changes");
  expect(notes).toContain("ref is often empty");
});
