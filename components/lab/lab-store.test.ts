import { describe, expect, it } from "vitest";
import { DEFAULT_KNOBS } from "@/lib/pipeline/knobs";
import { DEFAULT_LAB_STATE, formatLabState, parseLabState } from "@/lib/pipeline/lab-state";
import type { PipelineClient } from "@/lib/pipeline/workers/client";
import { LabStore } from "./lab-store";
import type { LabStart } from "./lab-view";
import type { Live } from "./live";

type Call = { name: string; params: Record<string, unknown>; signal: AbortSignal | undefined };

const card = { curve: [], world: { seed: 7 } };
const user = { userId: 3, label: "viewer 0003", language: "English", history: [] };
const start = {
  state: DEFAULT_LAB_STATE,
  card,
  user,
  recommendation: { slate: [], knobs: DEFAULT_KNOBS },
} as unknown as LabStart;

/** A worker of whom each call can be answered, refused or left hanging by name. */
function createLab(answers: Record<string, (params: Record<string, unknown>) => unknown> = {}) {
  const calls: Call[] = [];
  let isClosed = false;
  const defaults: typeof answers = {
    "create-world": () => ({}),
    "load-models": () => card,
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
  const lab = new LabStore(start, async () => live as Live);
  return { lab, calls, names: () => calls.map((call) => call.name), isClosed: () => isClosed };
}

const settled = async (lab: LabStore) => {
  while (!["live", "failed", "still"].includes(lab.getView().phase))
    await new Promise((resolve) => setTimeout(resolve, 0));
};

describe("LabStore", () => {
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
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(names().length - before).toBeLessThanOrEqual(2);
    expect(lab.getView().recommendation.knobs.creatorCap).toBe(20);
  });

  it("brings the shipped models back when training is cancelled", async () => {
    const { lab, names } = createLab({ train: () => new Promise(() => undefined) });
    await lab.run();
    lab.train({ seed: 2, twoTowerEpochs: 1, rankerEpochs: 1 }, 7);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(lab.getView().training.isRunning).toBe(true);
    lab.cancel();
    await new Promise((resolve) => setTimeout(resolve, 5));
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
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(calls.at(-1)?.params.audience).toEqual({ kind: "history", history: [4, 9], language: "English" });
    await lab.addToHistory({ item: 7 } as never);
    await new Promise((resolve) => setTimeout(resolve, 5));
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
