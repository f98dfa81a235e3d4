import { resolveObjectURL } from "node:buffer";
import { Worker as NodeWorker } from "node:worker_threads";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createRandom } from "@/lib/random";
import { createVectorIndex } from "./vector-index";

const SIZE = 200_003;
const DIMENSION = 16;

/** A browser's worker on top of Node's, started from an object URL like the real one. */
class BrowserWorker {
  static scripts = (source: string) => source;
  static running: NodeWorker[] = [];
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((error: unknown) => void) | null = null;
  private readonly started: Promise<NodeWorker>;

  constructor(url: string) {
    const source = resolveObjectURL(url)?.text() ?? Promise.reject(new Error("No script."));
    this.started = source.then((text) => {
      const prelude = `const { parentPort } = require("node:worker_threads");
        globalThis.self = {
          postMessage: (data) => parentPort.postMessage(data),
          set onmessage(listener) { parentPort.on("message", (data) => listener({ data })); },
        };`;
      const worker = new NodeWorker(prelude + BrowserWorker.scripts(text), { eval: true });
      worker.on("message", (data) => this.onmessage?.({ data }));
      worker.on("error", (error) => this.onerror?.(error));
      BrowserWorker.running.push(worker);
      return worker;
    });
  }
  postMessage(data: unknown) {
    void this.started.then((worker) => worker.postMessage(data));
  }
  terminate() {
    void this.started.then((worker) => worker.terminate());
  }
}

function pretendIsolated() {
  vi.stubGlobal("crossOriginIsolated", true);
  vi.stubGlobal("Worker", BrowserWorker);
  vi.stubGlobal("navigator", { hardwareConcurrency: 2 });
}

function makeVectors(): Float32Array {
  const random = createRandom(2);
  // Few distinct values: many equal scores, also across the chunks of both workers.
  return Float32Array.from({ length: SIZE * DIMENSION }, () => (random.integer(5) - 2) / 8);
}

afterEach(async () => {
  BrowserWorker.scripts = (source) => source;
  await Promise.all(BrowserWorker.running.splice(0).map((worker) => worker.terminate()));
  vi.unstubAllGlobals();
});

describe("a second scanning worker", () => {
  it("changes nothing in the result, before and after lists are built", async () => {
    const vectors = makeVectors();
    const alone = await createVectorIndex(SIZE, DIMENSION, { threads: 1 });
    pretendIsolated();
    const shared = await createVectorIndex(SIZE, DIMENSION);
    expect([alone.threads, shared.threads]).toEqual([1, 2]);
    for (const index of [alone, shared]) index.write(vectors, 0, SIZE);
    const random = createRandom(3);
    for (let i = 0; i < 60; i++) {
      if (i === 40) await shared.buildLists(16, createRandom(1), async () => undefined);
      const query = Float32Array.from({ length: DIMENSION }, () => random.normal());
      expect(shared.search(query, 300)).toEqual(alone.search(query, 300));
    }
    shared.close();
    expect(shared.threads).toBe(1);
    const query = Float32Array.from({ length: DIMENSION }, () => random.normal());
    expect(shared.search(query, 300)).toEqual(alone.search(query, 300));
  });

  it.each([
    ["claims a chunk and never finishes it", (source: string) => source.replace("finished++", "for (;;);")],
    ["takes no part", (source: string) => source.replace("answer();", "")],
  ])("that %s costs no result", async (_, script) => {
    const vectors = makeVectors();
    const alone = await createVectorIndex(SIZE, DIMENSION, { threads: 1 });
    pretendIsolated();
    BrowserWorker.scripts = (source) => {
      expect(script(source)).not.toBe(source);
      return script(source);
    };
    const shared = await createVectorIndex(SIZE, DIMENSION);
    for (const index of [alone, shared]) index.write(vectors, 0, SIZE);
    const random = createRandom(4);
    for (let i = 0; i < 10; i++) {
      const query = Float32Array.from({ length: DIMENSION }, () => random.normal());
      expect(shared.search(query, 100)).toEqual(alone.search(query, 100));
    }
    shared.close();
  });

  it("that finishes after the others gave up on it never answers a later search with old rows", async () => {
    const vectors = makeVectors();
    const alone = await createVectorIndex(SIZE, DIMENSION, { threads: 1 });
    pretendIsolated();
    BrowserWorker.scripts = (source) => {
      const late = source.replace(
        "finished++",
        "for (const end = performance.now() + 1.5; performance.now() < end; ); finished++",
      );
      expect(late).not.toBe(source);
      return late;
    };
    const shared = await createVectorIndex(SIZE, DIMENSION);
    for (const index of [alone, shared]) index.write(vectors, 0, SIZE);
    // With no time passing both workers are asked nearly always, however slow one is.
    const clock = vi.spyOn(performance, "now").mockReturnValue(0);
    const random = createRandom(5);
    for (let i = 0; i < 60; i++) {
      const query = Float32Array.from({ length: DIMENSION }, () => random.normal());
      expect(shared.search(query, 1 + i * 5)).toEqual(alone.search(query, 1 + i * 5));
    }
    clock.mockRestore();
    shared.close();
  });

  it("that cannot start leaves one thread", async () => {
    pretendIsolated();
    BrowserWorker.scripts = () => "throw new Error('refused')";
    const index = await createVectorIndex(SIZE, DIMENSION);
    expect(index.threads).toBe(1);
    index.write(makeVectors(), 0, SIZE);
    expect(index.search(new Float32Array(DIMENSION).fill(1), 5).items).toHaveLength(5);
  });
});
