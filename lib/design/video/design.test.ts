import { expect, it } from "vitest";
import { parseLabState } from "@/lib/pipeline/video/lab-state";
import { videoDesign } from "./design";

const knobsOf = (query: string) => parseLabState(new URLSearchParams(query)).knobs;

it("sets the lab's knobs through its own address", () => {
  const { query, shown, notShown } = videoDesign.inLab({
    retriever: "popularity",
    rerank: "dpp",
    objective: "clicks",
    candidates: 600,
    split: "by-time",
    ranker: "factorization-machine",
    index: "approximate",
  });
  const knobs = knobsOf(query);
  expect(knobs.ablate).toEqual(["two-tower", "item-to-item", "subscriptions", "fresh", "exploration"]);
  expect(knobs).toMatchObject({ ranker: "fm", index: "lists" });
  expect(knobs.diversifier).toBe("dpp");
  expect(knobs.headWeights).toEqual({ click: 1, watch: 0, like: 0, hide: 0 });
  expect(knobs.candidates.popularity).toBe(58);
  expect(shown).toEqual(["candidates", "objective", "retriever", "rerank", "ranker", "index"]);
  expect(notShown).toEqual(["split"]);
});

it("leaves the lab as it is when nothing was decided", () => {
  expect(videoDesign.inLab({})).toEqual({ query: "", shown: [], notShown: [] });
});

it("never asks a source for more than the lab takes", () => {
  expect(knobsOf(videoDesign.inLab({ candidates: 10_000 }).query).candidates["two-tower"]).toBe(1000);
});
