import { describe, expect, it } from "vitest";
import { VideoLabStore } from "@/components/lab/video/video-store";
import type { VideoLabStart, VideoLive } from "@/components/lab/video/video-view";
import { DEFAULT_KNOBS } from "@/lib/pipeline/video/knobs";
import { DEFAULT_LAB_STATE, formatLabState, parseLabState } from "@/lib/pipeline/video/lab-state";
import type { PipelineClient } from "@/lib/pipeline/workers/client";

type Call = { name: string; params: Record<string, unknown>; signal: AbortSignal | undefined };

const card = { curve: [], world: { seed: 7 } };
const user = { userId: 3, label: "viewer 0003", language: "English", history: [] };
const start = {
  state: DEFAULT_LAB_STATE,
  card,
  user,
  recommendation: { slate: [], knobs: DEFAULT_KNOBS },
} as unknown as VideoLabStart;

/** A worker of whom each call can be answered, refused or left hanging by name. */
function createLab(answers: Record<string, (params: Record<string, unknown>) => unknown> = {}) {
  const calls: Call[] = [];
  let isClosed = false;
  const defaults: typeof answers = {
    "create-world": () => ({}),
    "load-models": () => card,
    start: ({ backend }) => ({ backend, milliseconds: 1 }),
    "prepare-lists": () => ({ lists: 64, milliseconds: 5 }),
    train: () => ({ curve: [] }),
    "describe-user": ({ userId }) => ({ ...user, userId }),
    recommend: ({ knobs }) => ({ slate: [], knobs }),
  };
  const client = {
    call(name: string, params: Record<string, unknown>, options: { signal?: AbortSignal } = {}) {
      calls.push({ name, params, signal: options.signal });
      const answer = (answers[name] ?? defaults[name])?.(params);
      const aborted = new Promise((_, reject) =>
        options.signal?.addEventListener("abort", () => reject(new DOMException("cancelled", "AbortError"))),
      );
      return Promise.race([Promise.resolve(answer), aborted]);
    },
    setPaused: () => undefined,
    close: () => {
      isClosed = true;
    },
  } as unknown as PipelineClient;
  const live = {
    createPipelineClient: () => client,
    shippedModelsUrl: "/m/",
    defaults: DEFAULT_LAB_STATE,
    formatLabState,
    parseLabState,
  };
  const lab = new VideoLabStore(start, async () => live as VideoLive);
  return { lab, calls, names: () => calls.map((call) => call.name), isClosed: () => isClosed };
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 5));
const settled = async (lab: VideoLabStore) => {
  while (!["live", "failed", "still"].includes(lab.getView().phase))
    await new Promise((resolve) => setTimeout(resolve, 0));
};

describe("VideoLabStore", () => {
  it("shows the stored viewer, and says why, when an address asks for one that does not exist", async () => {
    const { AppError } = await import("@/lib/errors");
    const { lab } = createLab({
      "describe-user": ({ userId }) => {
        if (userId !== 3) throw new AppError("invalid-input", "There is no user 99.");
        return user;
      },
    });
    await lab.adopt("?user=99");
    expect(lab.getView()).toMatchObject({ phase: "live", user: { userId: 3 }, state: { audience: null } });
    expect(lab.getView().notices.audience).toBe("There is no user 99. You watch as viewer 0003 instead.");
    lab.chooseUser(3);
    expect(lab.getView().notices.audience).toBeNull();
  });
  it("starts the worker with the first change and not before", async () => {
    const { lab, names } = createLab();
    expect(names()).toEqual([]);
    lab.setKnobs({ ...DEFAULT_KNOBS, creatorCap: 1 });
    await settled(lab);
    expect(names()).toEqual(["create-world", "load-models", "describe-user", "recommend", "recommend"]);
    expect(lab.getView().recommendation.knobs.creatorCap).toBe(1);
    expect(lab.getView().baseline.knobs.creatorCap).toBe(DEFAULT_KNOBS.creatorCap);
    expect(lab.address()).toBe("creator-cap=1");
  });

  it("runs the last of many changes, not all of them", async () => {
    const { lab, names } = createLab();
    await lab.run();
    const before = names().length;
    for (let cap = 1; cap <= 20; cap++) lab.setKnobs({ ...DEFAULT_KNOBS, creatorCap: cap });
    await pause();
    expect(names().length - before).toBeLessThanOrEqual(2);
    expect(lab.getView().recommendation.knobs.creatorCap).toBe(20);
  });

  it("brings the shipped models back when training is cancelled", async () => {
    const { lab, names } = createLab({ train: () => new Promise(() => undefined) });
    await lab.run();
    lab.train({ seed: 2, twoTowerEpochs: 1, rankerEpochs: 1 }, 7);
    await pause();
    expect(lab.getView().training.isRunning).toBe(true);
    lab.cancel();
    await pause();
    expect(lab.getView()).toMatchObject({
      phase: "live",
      training: { isRunning: false, isOwn: false },
      state: { model: "shipped" },
    });
    expect(names().filter((name) => name === "load-models")).toHaveLength(2);
  });

  it("says what failed, keeps the last slate, and starts anew when asked again", async () => {
    let hasFailed = false;
    const { lab, isClosed } = createLab({
      "load-models": () => {
        if (hasFailed) return card;
        hasFailed = true;
        return Promise.reject(new Error("boom"));
      },
    });
    await lab.run();
    expect(lab.getView()).toMatchObject({ phase: "failed", recommendation: start.recommendation });
    expect(lab.getView().error).toContain("last slate");
    expect(isClosed()).toBe(true);
    await lab.run();
    expect(lab.getView()).toMatchObject({ phase: "live", error: null });
  });

  it("builds another size of the world with the knobs, the viewer and the slate kept until it is there", async () => {
    const while100k: unknown[] = [];
    const { lab, calls, names } = createLab({
      "create-world": ({ items }) => items === 100_000 && while100k.push(lab.getView()),
    });
    lab.setKnobs({ ...DEFAULT_KNOBS, creatorCap: 1 });
    await settled(lab);
    const { recommendation } = lab.getView();
    lab.setItems(100_000);
    await lab.run();
    expect(while100k).toMatchObject([{ phase: "starting", step: { number: 1, of: 2 }, recommendation }]);
    const worlds = calls.filter((call) => call.name === "create-world").map((call) => call.params);
    expect(worlds).toEqual([
      { seed: 7, items: 1_000_000 },
      { seed: 7, items: 100_000 },
    ]);
    expect(names().filter((name) => name === "load-models")).toHaveLength(2);
    expect(lab.getView().recommendation.knobs.creatorCap).toBe(1);
    expect(lab.address()).toBe("items=100000&creator-cap=1");
  });

  it("goes back to the world and the slate of before when building another is cancelled", async () => {
    const { lab, names } = createLab({
      "create-world": ({ items }) => (items === 100_000 ? new Promise(() => undefined) : {}),
    });
    await lab.run();
    const { recommendation } = lab.getView();
    lab.setItems(100_000);
    await pause();
    lab.cancel();
    expect(lab.getView()).toMatchObject({ activity: "Stopping", fraction: null });
    await settled(lab);
    expect(lab.getView()).toMatchObject({
      phase: "live",
      activity: "",
      recommendation,
      state: { items: 1_000_000 },
    });
    const before = names().length;
    lab.setKnobs({ ...DEFAULT_KNOBS, creatorCap: 1 });
    await pause();
    expect(names().slice(before)).toEqual(["recommend"]);
  });

  it("groups the index once for all searches in lists, and again for another number of lists", async () => {
    const { lab, calls } = createLab();
    const prepared = () => calls.filter((call) => call.name === "prepare-lists").map((call) => call.params);
    await lab.run();
    expect(prepared()).toEqual([]);
    for (const probes of [1, 4, 16]) {
      lab.setKnobs({ ...DEFAULT_KNOBS, index: "lists", probes });
      await settled(lab);
      await pause();
    }
    lab.setKnobs(DEFAULT_KNOBS);
    await pause();
    expect(prepared()).toEqual([{ lists: 0 }]);
    expect(lab.getView().lists).toEqual({ lists: 64, milliseconds: 5 });
    lab.setLists(256);
    lab.setKnobs({ ...DEFAULT_KNOBS, index: "lists" });
    await pause();
    expect(prepared()).toEqual([{ lists: 0 }, { lists: 256 }]);
  });

  it("tries a backend once, and says why another one runs", async () => {
    const refusal = "WebGPU is not available here; the models run on wasm.";
    const { lab, names } = createLab({ start: () => ({ backend: "wasm", milliseconds: 1, refusal }) });
    await lab.adopt("?backend=webgpu");
    expect(lab.getView()).toMatchObject({ phase: "live", notices: { backend: refusal } });
    lab.setKnobs({ ...DEFAULT_KNOBS, creatorCap: 1 });
    await pause();
    expect(names().filter((name) => name === "start")).toHaveLength(1);
  });

  it("trains the ranker that is chosen, and another when another is chosen", async () => {
    const { lab, calls } = createLab();
    lab.train({ seed: 2, twoTowerEpochs: 1, rankerEpochs: 1 }, 7);
    await settled(lab);
    lab.setKnobs({ ...DEFAULT_KNOBS, ranker: "fm" });
    await lab.run();
    const trained = calls.filter((call) => call.name === "train").map((call) => call.params.rankers);
    expect(trained).toEqual([["dcn-v2"], ["fm"]]);
  });

  it("starts a small device with fewer videos unless the address says how many, and writes that down", async () => {
    const small = createLab();
    small.lab.startWith({ items: 100_000 }, "items", "few");
    await small.lab.adopt("?creator-cap=1");
    expect(small.calls[0]?.params).toEqual({ seed: 7, items: 100_000 });
    expect(small.lab.getView().notices.device).toBe("few");
    expect(small.lab.address()).toBe("items=100000&creator-cap=1");
    const told = createLab();
    told.lab.startWith({ items: 100_000 }, "items", "few");
    await told.lab.adopt("?items=1000000&creator-cap=1");
    expect(told.calls[0]?.params).toEqual({ seed: 7, items: 1_000_000 });
    expect(told.lab.address()).toBe("items=1000000&creator-cap=1");
  });

  it("opens a step without starting anything, and keeps it in the address", async () => {
    const { lab, names } = createLab();
    lab.setOpen({ step: "rank" });
    await pause();
    expect(lab.address()).toBe("open=step-rank");
    await lab.adopt("?open=worth");
    expect(lab.getView().state.open).toEqual({ step: null, panel: "worth", item: null });
    expect(names()).toEqual([]);
  });

  it("answers a question only once the pipeline stands, and not when it was cancelled", async () => {
    const { lab, names } = createLab({ compare: () => [] });
    expect(await lab.compare([])).toEqual([]);
    expect(names().at(-1)).toBe("compare");
    const hanging = createLab({ "create-world": () => new Promise(() => undefined) });
    const asked = hanging.lab.compare([]);
    await pause();
    hanging.lab.cancel();
    await expect(asked).rejects.toThrow(DOMException);
  });

  it("adopts an address, and leaves the worker alone when the address says nothing", async () => {
    const { lab, calls, names } = createLab();
    await lab.adopt("?utm=x");
    expect(names()).toEqual([]);
    await lab.adopt("?user=12&lambda=0.5");
    expect(calls.find((call) => call.name === "describe-user")?.params).toEqual({ userId: 12 });
    expect(lab.getView().recommendation.knobs.mmrLambda).toBe(0.5);
  });

  it("sends an edited history oldest first, in the language of its user, once all of the history is known", async () => {
    const watched = [{ card: { item: 9 } }, { card: { item: 5 } }, { card: { item: 4 } }];
    const { lab, calls } = createLab({ "describe-user": () => ({ ...user, history: watched }) });
    await lab.removeFromHistory(1);
    await pause();
    expect(calls.at(-1)?.params.audience).toEqual({ kind: "history", history: [4, 9], language: "English" });
    await lab.addToHistory({ item: 7 } as never);
    await pause();
    expect(lab.address()).toBe("watched=4,9,7&language=English");
  });

  it("asks for the cards of a history that came with an address", async () => {
    const { lab, calls } = createLab({
      "describe-videos": ({ items }) => (items as number[]).map((item) => ({ item })),
    });
    await lab.adopt("?watched=4,9");
    expect(calls.find((call) => call.name === "describe-videos")?.params).toEqual({ items: [9, 4] });
    expect(lab.getView().history.map((card) => card.item)).toEqual([9, 4]);
  });
});
