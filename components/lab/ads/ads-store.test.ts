import { describe, expect, it } from "vitest";
import { AdsLabStore } from "@/components/lab/ads/ads-store";
import type { AdsLabStart, AdsLive } from "@/components/lab/ads/ads-view";
import { AppError } from "@/lib/errors";
import { DEFAULT_AD_KNOBS } from "@/lib/pipeline/ads/knobs";
import { adLabCodec } from "@/lib/pipeline/ads/lab-state";
import type { PipelineClient } from "@/lib/pipeline/workers/client";
import { sampleRun } from "@/tests/support/ad-run";

type Params = Record<string, unknown>;
const { defaults } = adLabCodec;
const run = sampleRun([{ ad: 1, bid: 1, rate: 0.02 }]);
const card = { curve: [], ladder: { rows: [] }, options: defaults.training };
const start = { state: defaults, card, request: run.request, run } as unknown as AdsLabStart;

/** A worker of whom each call can be answered, refused or left hanging by name. */
function createLab(answers: Record<string, (params: Params) => unknown> = {}) {
  const calls: { name: string; params: Params }[] = [];
  const standard: typeof answers = {
    "ads-create-world": () => ({}),
    "ads-load-models": () => card,
    "ads-train": () => ({ curve: [], ladder: { rows: [{ model: "fm" }] } }),
    "ads-describe-request": ({ request }) => ({ ...run.request, request }),
    "ads-request": ({ knobs }) => ({ ...run, knobs }),
    "ads-list-requests": ({ offset }) => ({ total: 450, requests: [{ request: offset }] }),
  };
  const client = {
    async call(name: string, params: Params, { signal }: { signal?: AbortSignal } = {}) {
      calls.push({ name, params });
      const aborted = new Promise((_, reject) =>
        signal?.addEventListener("abort", () => reject(new DOMException("cancelled", "AbortError"))),
      );
      return Promise.race([(answers[name] ?? standard[name])?.(params), aborted]);
    },
    close: () => undefined,
  } as unknown as PipelineClient;
  const live = { createPipelineClient: () => client, shippedModelsUrl: "/m/", ...adLabCodec } as AdsLive;
  const lab = new AdsLabStore(start, async () => live);
  const asked = (name: string) => calls.filter((call) => call.name === name).map(({ params }) => params);
  return { lab, asked, names: () => calls.map(({ name }) => name) };
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 5));

describe("AdsLabStore", () => {
  it("asks the request of the stored run with the knobs as shipped and the present ones", async () => {
    const { lab, names, asked } = createLab();
    lab.setKnobs({ ...DEFAULT_AD_KNOBS, reserve: 3 });
    await pause();
    expect(names()).toEqual([
      "ads-create-world",
      "ads-load-models",
      "ads-describe-request",
      "ads-request",
      "ads-request",
    ]);
    expect(asked("ads-request")).toMatchObject([
      { request: 5, edits: {}, knobs: { reserve: 0.5 } },
      { request: 5, edits: {}, knobs: { reserve: 3 } },
    ]);
    expect(lab.address()).toBe("reserve=3");
  });

  it("keeps the changes to a request in the address and in every question about it", async () => {
    const { lab, asked } = createLab();
    await lab.adopt("?request=9&hour=20&device=desktop");
    expect(asked("ads-describe-request")).toEqual([{ request: 9, edits: { device: "desktop", hour: 20 } }]);
    await lab.runWith(DEFAULT_AD_KNOBS);
    expect(asked("ads-request").at(-1)).toMatchObject({ request: 9, edits: { device: "desktop", hour: 20 } });
    lab.chooseRequest(7);
    await pause();
    expect(asked("ads-describe-request").at(-1)).toEqual({ request: 7, edits: {} });
    expect(lab.address()).toBe("request=7");
  });

  it("goes back to the stored request, and says why, where an address asks for one that is not there", async () => {
    const { lab } = createLab({
      "ads-describe-request": ({ request }) => {
        if (request !== 5) throw new AppError("invalid-input", "There is no request 99.");
        return run.request;
      },
    });
    await lab.adopt("?request=99");
    expect(lab.getView()).toMatchObject({ phase: "live", state: { request: null } });
    expect(lab.getView().notices.audience).toContain("There is no request 99.");
  });

  it("asks the first request of a smaller world that does not have the stored one", async () => {
    const { lab } = createLab({
      "ads-describe-request": ({ request }) => {
        if (request !== 0) throw new AppError("invalid-input", "There is no request 5.");
        return run.request;
      },
    });
    await lab.adopt("?impressions=40000");
    expect(lab.getView()).toMatchObject({ phase: "live", state: { request: 0 }, training: { isOwn: true } });
    expect(lab.getView().notices.audience ?? null).toBeNull();
  });

  it("predicts with the richest model that was trained when the chosen one was not", async () => {
    const { lab, asked } = createLab();
    lab.train({ ...defaults.training, models: ["logistic-regression", "fm"] });
    await pause();
    expect(lab.getView().state.knobs.ranker).toBe("fm");
    expect(lab.getView().ladder.rows).toEqual([{ model: "fm" }]);
    expect(asked("ads-request").map(({ knobs }) => (knobs as { ranker: string }).ranker)).toEqual([
      "fm",
      "fm",
    ]);
    expect(lab.models()).toEqual(["base-rate", "logistic-regression", "fm"]);
  });

  it("brings the shipped models back when a training is cancelled", async () => {
    const { lab, names } = createLab({ "ads-train": () => new Promise(() => undefined) });
    await lab.run();
    lab.train({ ...defaults.training, seed: 2 });
    await pause();
    expect(lab.getView().training.isRunning).toBe(true);
    lab.cancel();
    await pause();
    expect(lab.getView()).toMatchObject({
      phase: "live",
      training: { isOwn: false },
      state: { model: "shipped" },
    });
    expect(names().filter((name) => name === "ads-load-models")).toHaveLength(2);
  });

  it("lists the requests page by page, and changes what studies train without running anything", async () => {
    const { lab, asked, names } = createLab();
    expect((await lab.listRequests()).map(({ request }) => request)).toEqual([0, 200, 400]);
    expect(asked("ads-list-requests")).toHaveLength(3);
    const before = names().length;
    lab.setStudy({ model: "fm", rows: 20_000 });
    await pause();
    expect(names()).toHaveLength(before);
    expect(lab.address()).toBe("study-model=fm&study-rows=20000");
  });
});
