import { createHash } from "node:crypto";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { startBackend } from "../backend/start-backend";
import { ProductSearchEngine, type SearchContext } from "./engine";

const quiet: SearchContext = { checkpoint: async () => undefined, report: () => undefined };

beforeAll(async () => {
  await startBackend({ folder: `${path.resolve(import.meta.dirname, "../../../public/wasm")}/` });
});

async function trainedWeights(seed: number): Promise<string> {
  const engine = new ProductSearchEngine();
  await engine.createWorld({ seed: 3, products: 1_000, clickModel: "pbm" }, quiet);
  await engine.train({ seed, epochs: 1, labels: "clicks-ips", ranker: "lambdamart" }, quiet);
  return createHash("sha256").update(engine.exportModels().bytes).digest("hex");
}

it("the same seed gives the same world and the same weights, another seed others", async () => {
  const first = await trainedWeights(1);
  expect(await trainedWeights(1)).toBe(first);
  expect(await trainedWeights(2)).not.toBe(first);
}, 60_000);
