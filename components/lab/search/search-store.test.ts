import { describe, expect, it } from "vitest";
import { SearchLabStore } from "@/components/lab/search/search-store";
import type { SearchLabStart, SearchLive } from "@/components/lab/search/search-view";
import { AppError } from "@/lib/errors";
import { DEFAULT_SEARCH_KNOBS } from "@/lib/pipeline/product-search/knobs";
import { searchLabCodec } from "@/lib/pipeline/product-search/lab-state";
import type { PipelineClient } from "@/lib/pipeline/workers/client";

type Params = Record<string, unknown>;
type Call = { name: string; params: Params };

const card = { curve: [], world: { seed: 11, products: 200_000, clickModel: "pbm" } };
const start = {
  state: searchLabCodec.defaults,
  card,
  trace: { text: "red mug", slate: [], knobs: DEFAULT_SEARCH_KNOBS },
} as unknown as SearchLabStart;

/** A worker of whom each call can be answered, refused or left hanging by name. */
function createLab(answers: Record<string, (params: Params) => unknown> = {}) {
  const calls: Call[] = [];
  const defaults: typeof answers = {
    "search-create-world": () => ({}),
    "search-load-models": () => card,
    "search-train": () => ({ curve: [{ model: "ranker", step: 1, steps: 1, epoch: 1, loss: 0.5 }] }),
    "search-suggest": () => [{ text: "blue kettle" }],
    "search-query": ({ searched, knobs }) => ({
      text: (searched as { text: string }).text,
      knobs,
      slate: [],
    }),
    "search-compare": ({ variants }) => variants,
  };
  const client = {
    call(name: string, params: Params, options: { signal?: AbortSignal } = {}) {
      calls.push({ name, params });
      const answer = (answers[name] ?? defaults[name])?.(params);
      const aborted = new Promise((_, reject) =>
        options.signal?.addEventListener("abort", () => reject(new DOMException("cancelled", "AbortError"))),
      );
      return Promise.race([Promise.resolve(answer), aborted]);
    },
    setPaused: () => undefined,
    close: () => undefined,
  } as unknown as PipelineClient;
  const live = { createPipelineClient: () => client, shippedModelsUrl: "/m/", ...searchLabCodec };
  const lab = new SearchLabStore(start, async () => live as SearchLive);
  const names = () => calls.map(({ name }) => name);
  const paramsOf = (name: string) => calls.filter((call) => call.name === name).map(({ params }) => params);
  return { lab, names, paramsOf };
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 5));
const COLD = ["search-create-world", "search-load-models", "search-query", "search-query"];

describe("SearchLabStore", () => {
  it("starts with the first search, asks for that text, and puts it into the address", async () => {
    const { lab, names, paramsOf } = createLab();
    expect(names()).toEqual([]);
    lab.search("  botle blue ");
    await lab.run();
    expect(names()).toEqual(COLD);
    expect(paramsOf("search-query").map(({ searched }) => searched)).toEqual([
      { kind: "text", text: "botle blue" },
      { kind: "text", text: "botle blue" },
    ]);
    expect(lab.getView()).toMatchObject({ phase: "live", text: "botle blue", trace: { text: "botle blue" } });
    expect(lab.address()).toBe("q=botle+blue");
  });

  it("searches nothing for an empty text", async () => {
    const { lab, names } = createLab();
    lab.search("   ");
    await pause();
    expect(names()).toEqual([]);
    expect(lab.getView().text).toBe("red mug");
  });

  it("searches the stored query again with other knobs, and compares with the knobs as shipped", async () => {
    const { lab, names } = createLab();
    await lab.run();
    lab.setKnobs({ ...DEFAULT_SEARCH_KNOBS, synonyms: false });
    await lab.run();
    expect(names()).toEqual([...COLD, "search-query"]);
    const { trace, baseline } = lab.getView();
    expect([trace.knobs.synonyms, baseline.knobs.synonyms]).toEqual([false, true]);
    expect(trace.text).toBe("red mug");
  });

  it("takes a known query where a smaller world may not have the stored one", async () => {
    const { lab, names, paramsOf } = createLab();
    await lab.adopt("?products=20000");
    expect(names()).toEqual([]);
    await lab.run();
    expect(paramsOf("search-create-world")).toEqual([{ seed: 11, products: 20_000, clickModel: "pbm" }]);
    expect(lab.getView()).toMatchObject({ text: "blue kettle", state: { text: null } });
    expect(lab.address()).toBe("products=20000");
    expect(lab.link()).toBe("products=20000");
  });

  it("trains the ranker that is asked for, lets it rank, and makes the baseline with the same", async () => {
    const { lab, paramsOf } = createLab();
    await lab.run();
    lab.train({ seed: 3, epochs: 2 }, { ranker: "linear", labels: "clicks" });
    await lab.run();
    expect(paramsOf("search-train")).toEqual([{ seed: 3, epochs: 2, ranker: "linear", labels: "clicks" }]);
    const { training, trace, baseline } = lab.getView();
    expect(training).toMatchObject({ isOwn: true, isRunning: false });
    expect(training.points).toHaveLength(1);
    expect([trace, baseline].map(({ knobs }) => [knobs.ranker, knobs.labels])).toEqual([
      ["linear", "clicks"],
      ["linear", "clicks"],
    ]);
    expect(lab.address()).toBe("model=own&train-seed=3&epochs=2&ranker=linear&labels=clicks");
  });

  it("trains another ranker when one is chosen, and nothing for BM25 after LambdaRank", async () => {
    const { lab, paramsOf } = createLab();
    await lab.adopt("?model=own");
    expect(paramsOf("search-train")).toHaveLength(1);
    lab.setKnobs({ ...DEFAULT_SEARCH_KNOBS, ranker: "bm25" });
    await lab.run();
    expect(paramsOf("search-train")).toHaveLength(1);
    lab.setKnobs({ ...DEFAULT_SEARCH_KNOBS, ranker: "lambdamart" });
    await lab.run();
    expect(paramsOf("search-train").map(({ ranker }) => ranker)).toEqual(["lambdarank", "lambdamart"]);
  });

  it("brings the shipped models back when training is cancelled", async () => {
    const { lab, names } = createLab({ "search-train": () => new Promise(() => undefined) });
    await lab.run();
    lab.train({ seed: 2, epochs: 1 }, { ranker: "lambdarank", labels: "clicks" });
    await pause();
    expect(lab.getView().training.isRunning).toBe(true);
    lab.cancel();
    await pause();
    expect(lab.getView()).toMatchObject({
      phase: "live",
      training: { isRunning: false, isOwn: false },
      state: { model: "shipped" },
    });
    // The engine kept what it had: nothing is loaded again.
    expect(names().filter((name) => name === "search-load-models")).toHaveLength(1);
  });

  it("trains on a log of its own where shoppers behave otherwise", async () => {
    const { lab, names } = createLab();
    lab.setClickModel("cascade");
    await lab.run();
    expect(names()).toEqual(["search-create-world", "search-train", "search-query", "search-query"]);
  });

  it("asks for a study without searching again, and keeps its settings in the address", async () => {
    const { lab, names } = createLab();
    await lab.run();
    lab.setStudy({ queries: 60, against: { ranker: "linear", labels: "grades" } });
    await pause();
    expect(names()).toEqual(COLD);
    expect(lab.address()).toBe("study-queries=60&against=linear&against-labels=grades");
  });

  it("compares the present text and knobs with variants, once it stands", async () => {
    const { lab, paramsOf } = createLab();
    lab.search("kettle");
    await lab.compare([{ id: "off", knobs: DEFAULT_SEARCH_KNOBS }]);
    expect(paramsOf("search-compare")).toEqual([
      {
        searched: { kind: "text", text: "kettle" },
        knobs: DEFAULT_SEARCH_KNOBS,
        variants: [{ id: "off", knobs: DEFAULT_SEARCH_KNOBS }],
      },
    ]);
  });

  it("says what failed and keeps the last page", async () => {
    const refuse = () => Promise.reject(new AppError("invalid-input", "These models are of another world."));
    const { lab } = createLab({ "search-load-models": refuse });
    await lab.run();
    expect(lab.getView()).toMatchObject({ phase: "failed", error: "These models are of another world." });
    expect(lab.getView().trace).toBe(start.trace);
  });
});
