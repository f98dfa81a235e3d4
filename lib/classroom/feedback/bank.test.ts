import { describe, expect, it } from "vitest";
import { type BankEntry, offerBank } from "./bank";

const entry = (id: string, more: Partial<BankEntry> = {}): BankEntry => ({
  id,
  stage: null,
  pointId: null,
  body: `Remark ${id}`,
  uses: 0,
  ...more,
});
const bank = [
  entry("elsewhere", { stage: "serve", uses: 90 }),
  entry("general", { uses: 5 }),
  entry("general-seldom", { uses: 1 }),
  entry("stage", { stage: "data" }),
  entry("other-point", { stage: "data", pointId: "labels", uses: 70 }),
  entry("point", { stage: "data", pointId: "split", body: "Say **which days** you train on." }),
];
const ids = (entries: BankEntry[]) => entries.map(({ id }) => id);

describe("the comment bank", () => {
  it("offers what belongs to the point first, then to the stage, then what is for everywhere, the most used first", () => {
    expect(ids(offerBank(bank, { stage: "data", pointId: "split" }, ""))).toEqual([
      "point",
      "stage",
      "general",
      "general-seldom",
      "elsewhere",
      "other-point",
    ]);
  });

  it("finds by every word of the query, in any order and case", () => {
    const place = { stage: null, pointId: null };
    expect(ids(offerBank(bank, place, "TRAIN which"))).toEqual(["point"]);
    expect(offerBank(bank, place, "train banana")).toEqual([]);
  });
});
