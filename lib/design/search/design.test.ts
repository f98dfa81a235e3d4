import { expect, it } from "vitest";
import { searchLabCodec } from "@/lib/pipeline/product-search/lab-state";
import { searchDesign } from "./design";

const { defaults } = searchLabCodec;
const knobsOf = (query: string) => searchLabCodec.parseLabState(new URLSearchParams(query)).knobs;

it("sets the lab's knobs through its own address", () => {
  const { query, shown, notShown } = searchDesign.inLab({
    retriever: "bm25",
    "query-understanding": "spelling",
    ranker: "lambdamart",
    label: "grades",
    rerank: "rules",
    candidates: 300,
    index: "approximate",
    split: "by-time",
  });
  expect(knobsOf(query)).toMatchObject({
    candidates: { bm25: 300, "two-tower": defaults.knobs.candidates["two-tower"] },
    ablate: ["two-tower", "diversify"],
    spelling: true,
    synonyms: false,
    ranker: "lambdamart",
    labels: "grades",
  });
  expect(shown).toEqual(["candidates", "query-understanding", "retriever", "ranker", "label", "rerank"]);
  expect(notShown).toEqual(["split", "index"]);
});

it("gives each choice its own knobs, those that the lab starts with as well", () => {
  const knobs = (decisions: Record<string, unknown>) => knobsOf(searchDesign.inLab(decisions).query);
  for (const ranker of ["bm25", "linear", "lambdarank", "lambdamart"])
    expect(knobs({ ranker }).ranker).toBe(ranker);
  for (const label of ["grades", "clicks", "clicks-ips"]) expect(knobs({ label }).labels).toBe(label);
  expect(knobs({ retriever: "dense" }).ablate).toEqual(["bm25"]);
  expect(knobs({ retriever: "hybrid" }).ablate).toEqual([]);
  expect(knobs({ rerank: "none" }).ablate).toEqual(["rules", "diversify"]);
  expect(knobs({ "query-understanding": "none" })).toMatchObject({ spelling: false, synonyms: false });
  expect(knobs({ "query-understanding": "spelling-and-synonyms" })).toMatchObject({
    spelling: true,
    synonyms: true,
  });
});

it("shares the candidates between the sources of a hybrid, and asks none for more than the lab takes", () => {
  const counts = (decisions: Record<string, unknown>) =>
    knobsOf(searchDesign.inLab(decisions).query).candidates;
  expect(counts({ retriever: "hybrid", candidates: 500 })).toEqual({ bm25: 250, "two-tower": 250 });
  expect(counts({ retriever: "dense", candidates: 10_000 })["two-tower"]).toBe(1000);
});

it("says which decisions have no knob", () => {
  expect(searchDesign.inLab({ label: "purchases", loss: "listwise" })).toEqual({
    query: "",
    shown: [],
    notShown: ["label", "loss"],
  });
  expect(searchDesign.inLab({})).toEqual({ query: "", shown: [], notShown: [] });
});
