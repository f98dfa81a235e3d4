/** Task: rank candidates with a DCN-v2 in three runtimes with the same weights, and compare what they say. */
import { startBackend } from "@/lib/pipeline/backend/start-backend";
import { DcnModel } from "@/lib/pipeline/ranking/dcn-model";
import type { TabularInput } from "@/lib/pipeline/ranking/tabular-model";
import { createRankerModel } from "@/lib/pipeline/video/ranker-models";
import type { Timing } from "@/lib/pipeline/workers/timing";
import { createRandom, type Random } from "@/lib/random";
import { dcnAsOnnx, type NamedWeights } from "./dcn-as-onnx";
import { JAX_MODES, type JaxMode } from "./jax-modes";
import { encodeOnnxModel } from "./onnx-model";
import { attempt, hasFailed, type Outcome } from "./outcome";
import { serveTask, type Task } from "./serve-task";
import { type Method, type Turns, timeInTurns } from "./time-in-turns";

export type RankingParams = Turns & {
  readonly candidates: number;
  readonly seed: number;
};
export type RankingRow = {
  readonly ms: Timing;
  /** Largest difference of a logit from ours. */
  readonly largestDifference: number;
};
export type RankingResult = {
  readonly candidates: number;
  readonly parameters: number;
  /** By runtime and, after a comma, how it was used. */
  readonly rows: Record<string, Outcome<RankingRow>>;
};

/** Runtimes agree when no logit differs by more. */
const TOLERANCE = 1e-3;

type Logits = (input: TabularInput) => Float32Array | Promise<Float32Array>;

/** The video ranker's own shape; biases differ from zero, so that a lost one shows. */
function createModel(random: Random): DcnModel {
  const model = createRankerModel("dcn-v2", random);
  if (!(model instanceof DcnModel)) throw new Error("the video ranker is no DCN-v2");
  for (const [name, values] of model.dense.entries())
    if (name.endsWith("-bias")) for (let i = 0; i < values.length; i++) values[i] = random.normal() * 0.1;
  model.dense.release();
  return model;
}

function drawInput({ config }: DcnModel, count: number, random: Random): TabularInput {
  return {
    count,
    fieldRows: Int32Array.from({ length: count * config.fields }, () => random.integer(config.tableRows)),
    dense: Float32Array.from({ length: count * config.denseFeatures }, () =>
      Math.max(-4, Math.min(4, random.normal())),
    ),
  };
}

/** One way to the logits each; loaded on demand, so that a peer that cannot be loaded fails alone. */
function waysOf(model: DcnModel, candidates: number): Record<string, () => Promise<Logits>> {
  const weights: NamedWeights = new Map(model.dense.entries());
  const jax = async (mode: JaxMode) => {
    const [{ startJax }, { createJaxRanker }] = await Promise.all([import("./jax"), import("./jax-ranker")]);
    await startJax();
    return createJaxRanker(model.config, weights, mode);
  };
  return {
    ours: async () => (input) => model.logits(input),
    "onnxruntime-web": async () => {
      const { createOnnxRanker } = await import("./onnx-ranker");
      return createOnnxRanker(encodeOnnxModel(dcnAsOnnx(model.config, weights, candidates)));
    },
    ...Object.fromEntries(
      Object.entries(JAX_MODES).map(([name, mode]) => [`jax-js, ${name}`, () => jax(mode)]),
    ),
  };
}

function largestDifference(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length) throw new Error(`${b.length} logits instead of ${a.length}`);
  let largest = 0;
  for (let i = 0; i < a.length; i++)
    // NaN must not pass as agreement.
    largest = Math.max(
      largest,
      Math.abs((a[i] as number) - (b[i] as number)) || (a[i] === b[i] ? 0 : Infinity),
    );
  if (largest > TOLERANCE) throw new Error(`logits differ from ours by ${largest}, more than ${TOLERANCE}`);
  return largest;
}

const rank: Task<RankingParams, RankingResult> = async ({ candidates, seed, ...turns }, report) => {
  await startBackend();
  const random = createRandom(seed);
  const model = createModel(random.fork("weights"));
  const inputs = Array.from({ length: 4 }, (_, i) => drawInput(model, candidates, random.fork(`input-${i}`)));
  const inputOf = (call: number) => inputs[call % inputs.length] as TabularInput;
  const expected = model.logits(inputOf(0));
  const rows: Record<string, Outcome<RankingRow>> = {};
  const differences = new Map<string, number>();
  const methods: Method[] = [];
  for (const [name, create] of Object.entries(waysOf(model, candidates))) {
    report(`ranking: ${name} starts`);
    const checked = await attempt(async () => {
      const logits = await create();
      const difference = largestDifference(expected, await logits(inputOf(0)));
      return { difference, method: { name, run: (call: number) => logits(inputOf(call)) } };
    });
    if (hasFailed(checked)) rows[name] = checked;
    else {
      differences.set(name, checked.difference);
      methods.push(checked.method);
    }
  }
  const timings = await timeInTurns(methods, turns);
  for (const [name, ms] of timings)
    rows[name] = hasFailed(ms) ? ms : { ms, largestDifference: differences.get(name) ?? 0 };
  return { candidates, parameters: model.parameterCount, rows };
};

serveTask(rank);
