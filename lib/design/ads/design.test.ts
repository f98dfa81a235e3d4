import { expect, it } from "vitest";
import { adLabCodec } from "@/lib/pipeline/ads/lab-state";
import { adsDesign } from "./design";

const knobsOf = (query: string) => adLabCodec.parseLabState(new URLSearchParams(query)).knobs;

it("sets the lab's knobs through its own address", () => {
  const { query, shown, notShown } = adsDesign.inLab({
    candidates: 40,
    retriever: "targeting",
    ranker: "factorization-machine",
    calibration: "isotonic",
    sampling: "down-sampled",
    pacing: "none",
    pricing: "second-price",
  });
  expect(knobsOf(query)).toMatchObject({
    lightRankLimit: 40,
    ranker: "fm",
    calibration: "isotonic",
    negativeCorrection: false,
    pacing: false,
    ablate: ["two-tower"],
  });
  expect(shown).toEqual(["candidates", "retriever", "ranker", "calibration", "sampling", "pacing"]);
  expect(notShown).toEqual(["pricing"]);
});

it("leaves the lab as shipped for the design that is shipped", () => {
  const { query } = adsDesign.inLab({
    ranker: "dcn-v2",
    calibration: "platt",
    sampling: "corrected",
    pacing: "paced",
  });
  expect(query).toBe("");
});

it("never lets more ads pass than the lab takes", () => {
  expect(knobsOf(adsDesign.inLab({ candidates: 10_000 }).query).lightRankLimit).toBe(1_000);
});
