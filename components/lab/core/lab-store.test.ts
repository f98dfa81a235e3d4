import { describe, expect, it } from "vitest";
import * as z from "zod";
import { createLabStateCodec, formatOpen, numberParam, openParam } from "@/lib/pipeline/lab-state";
import type { PipelineClient } from "@/lib/pipeline/workers/client";
import { LabStore } from "./lab-store";
import type { LabDefinition, Part } from "./lab-types";
import { watchTraining } from "./training/watch-training";

type State = {
  size: number;
  model: "shipped" | "own";
  knobs: { limit: number };
  open: { step: "sort" | null; panel: "table" | null; item: number | null };
};
type Shape = {
  state: State;
  own: { result: readonly number[] };
  point: { model: string; step: number; steps: number; epoch: number; loss: number };
  live: { greeting: string };
  part: "world" | "models" | "index" | "result";
};

const params = z.object({
  size: numberParam(z.number().int().min(1), 9),
  model: z.enum(["shipped", "own"]).catch("shipped"),
  limit: numberParam(z.number().int().min(0), 3),
  open: openParam(["sort"], ["table"]),
});
const codec = createLabStateCodec<State>({
  parse(search) {
    const { limit, ...rest } = params.parse(search);
    return { ...rest, knobs: { limit } };
  },
  toParams: ({ size, model, knobs, open }) => ({
    size: String(size),
    model,
    limit: String(knobs.limit),
    open: formatOpen(open),
  }),
});
const POINT = { model: "sorter", step: 1, steps: 1, epoch: 1, loss: 0.5 };

/** A world of numbers: its worker notes what was made, and a training of it may hang. */
function createLab({ hangs = false } = {}) {
  const made: string[] = [];
  const note = (name: string) => async () => {
    made.push(name);
  };
  const parts: readonly Part<Shape>[] = [
    {
      name: "world",
      key: ({ size }) => String(size),
      make: note("world"),
      clears: ["models", "index", "result"],
      isLong: true,
      keepsOld: true,
    },
    {
      name: "models",
      key: ({ model }) => model,
      async make(job) {
        made.push(`models ${job.core.view.state.model}`);
        if (job.core.view.state.model === "shipped") return;
        await watchTraining(job, async (onProgress) => {
          onProgress({ activity: "Sorting", fraction: 0.5, point: POINT });
          const cancelled = new Promise<never>((_, reject) =>
            job.signal.addEventListener("abort", () => reject(new DOMException("cancelled", "AbortError"))),
          );
          if (hangs) await cancelled;
          return [POINT, POINT];
        });
      },
      clears: ["index", "result"],
      isLong: true,
    },
    { name: "index", key: () => null, make: note("index"), clears: [] },
    {
      name: "result",
      key: ({ knobs }) => String(knobs.limit),
      async make({ core }) {
        made.push("result");
        const { limit } = core.view.state.knobs;
        core.update({ result: Array.from({ length: limit }, (_, i) => i), runs: core.view.runs + 1 });
      },
      clears: [],
    },
  ];
  const client = { setPaused: () => undefined, close: () => undefined } as unknown as PipelineClient;
  const definition: LabDefinition<Shape> = {
    start: { state: codec.defaults, own: { result: [7] }, points: [] },
    importLive: async () => ({ ...codec, greeting: "hello", createPipelineClient: () => client }),
    parts,
    waits: ["size"],
    isUp: (held, { size }) => held.world === String(size) && held.models !== null,
    restore: { model: "shipped" },
  };
  class NumbersLab extends LabStore<Shape> {
    train() {
      this.change({ model: "own" });
    }
    needIndex() {
      return this.ensure("index", "sorted", new AbortController().signal);
    }
  }
  return { lab: new NumbersLab(definition), made };
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 5));

describe("a lab of another world", () => {
  it("shows its stored result and makes its parts in order with the first run", async () => {
    const { lab, made } = createLab();
    expect(lab.getView()).toMatchObject({ phase: "still", result: [7], runs: 0 });
    await lab.run();
    expect(made).toEqual(["world", "models shipped", "result"]);
    expect(lab.getView()).toMatchObject({ phase: "live", result: [0, 1, 2], runs: 1 });
  });

  it("makes anew what changed and what was made from it, and nothing else", async () => {
    const { lab, made } = createLab();
    await lab.run();
    made.length = 0;
    lab.setKnobs({ limit: 1 });
    await lab.run();
    expect(made).toEqual(["result"]);
    await lab.adopt("?size=4&limit=1");
    expect(made).toEqual(["result", "world", "models shipped", "result"]);
  });

  it("waits for the first touch when an address says only what waits", async () => {
    const { lab, made } = createLab();
    await lab.adopt("?size=4&open=step-sort");
    expect(made).toEqual([]);
    expect(lab.getView().state).toMatchObject({ size: 4, open: { step: "sort" } });
    expect(lab.address()).toBe("size=4&open=step-sort");
    expect(lab.link(["model"])).toBe("size=4&model=shipped&open=step-sort");
  });

  it("makes a part out of turn once, for a question that needs it", async () => {
    const { lab, made } = createLab();
    await lab.needIndex();
    await lab.needIndex();
    expect(made).toEqual(["world", "models shipped", "result", "index"]);
  });

  it("shows a training point by point and then its whole curve", async () => {
    const { lab } = createLab();
    lab.train();
    const seen: number[] = [];
    lab.subscribe(() => seen.push(lab.getView().training.points.length));
    await lab.run();
    expect(seen).toContain(1);
    expect(lab.getView().training).toEqual({
      points: [POINT, POINT],
      isRunning: false,
      isPaused: false,
      isOwn: true,
    });
  });

  it("goes back to the shipped models and the state of before when a training is cut", async () => {
    const { lab, made } = createLab({ hangs: true });
    await lab.run();
    lab.train();
    await pause();
    lab.cancel();
    await pause();
    expect(lab.getView()).toMatchObject({ phase: "live", state: { model: "shipped" } });
    expect(lab.getView().training).toMatchObject({ points: [], isRunning: false, isOwn: false });
    expect(made.filter((name) => name === "models shipped")).toHaveLength(2);
  });
});
