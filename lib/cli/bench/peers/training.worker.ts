/** Task: one optimiser step of the two-tower in tfjs (ours) and in jax-js, from the same weights on the same batches. */
import { startBackend } from "@/lib/pipeline/backend/start-backend";
import { TwoTowerModel } from "@/lib/pipeline/retrieval/two-tower-model";
import { correctedRate } from "@/lib/pipeline/training/adam";
import { type Bags, EmbeddingTable } from "@/lib/pipeline/training/embedding-table";
import { ITEM_ROWS, USER_ROWS } from "@/lib/pipeline/video/tower-features";
import { TWO_TOWER_SETTINGS } from "@/lib/pipeline/video/train-two-tower";
import type { Timing } from "@/lib/pipeline/workers/timing";
import { createRandom, type Random } from "@/lib/random";
import { JAX_MODES, type JaxMode } from "./jax-modes";
import { attempt, hasFailed, type Outcome } from "./outcome";
import { serveTask, type Task } from "./serve-task";
import { type Method, type Turns, timeInTurns } from "./time-in-turns";

export type TrainingParams = Turns & {
  readonly batchSize: number;
  readonly seed: number;
};
export type TrainingRow = { readonly ms: Timing; readonly firstLoss: number; readonly lastLoss: number };
export type TrainingResult = {
  readonly dimension: number;
  readonly batchSize: number;
  readonly bagRows: { readonly user: number; readonly item: number };
  readonly tableRows: { readonly user: number; readonly item: number };
  /** By runtime and, after a comma, how it was used. */
  readonly rows: Record<string, Outcome<TrainingRow>>;
};

/** Rows of a bag by kind: numbers of content, which all bags have; topics, languages and lengths; creators and ids. */
type BagShape = { readonly content: number; readonly shared: number; readonly own: number };
/** As in the video world: a user has 61 rows on average, an item 22. */
const USER_BAG: BagShape = { content: 16, shared: 13, own: 32 };
const ITEM_BAG: BagShape = { content: 16, shared: 4, own: 2 };
/** How many different rows of the second kind there are; about. */
const SHARED_ROWS = 150;
const lengthOf = ({ content, shared, own }: BagShape) => content + shared + own;
const BATCHES = 4;
const LOSS_TOLERANCE = 1e-3;
const { dimension, temperature, learningRate } = TWO_TOWER_SETTINGS;

type Batch = { readonly users: Bags; readonly items: Bags };
/** One step on the batch; returns the loss before it. */
type Step = (batch: Batch) => number | Promise<number>;

/** Bags of one length, because jax-js takes no others. Few creators and hits are in many bags. */
function drawBags(count: number, shape: BagShape, tableRows: number, random: Random): Bags {
  const { content, shared } = shape;
  const length = lengthOf(shape);
  const ownAt = content + SHARED_ROWS;
  const drawRow = (position: number) => {
    if (position < content) return position;
    if (position < content + shared) return content + random.integer(SHARED_ROWS);
    return ownAt + Math.floor((tableRows - ownAt) * random.next() ** 3);
  };
  const weight = 1 / Math.sqrt(length);
  return {
    count,
    offsets: Int32Array.from({ length: count + 1 }, (_, bag) => bag * length),
    rows: Int32Array.from({ length: count * length }, (_, i) => drawRow(i % length)),
    weights: Float32Array.from({ length: count * length }, () => weight * (0.5 + random.next())),
  };
}

const createModel = (seed: number) =>
  new TwoTowerModel(
    { dimension, temperature, hidden: 0, userRows: USER_ROWS, itemRows: ITEM_ROWS, normalise: true },
    createRandom(seed).fork("weights"),
  );

function ourStep(seed: number, logQ: Float32Array): Step {
  const model = createModel(seed);
  const columns = Int32Array.from(logQ.keys());
  const positives = { offsets: Int32Array.from({ length: logQ.length + 1 }, (_, row) => row), columns };
  const rates = { learningRate, tableDecay: 0, denseDecay: 0 };
  return (batch) => model.trainStep({ ...batch, targets: { positives, logQ } }, rates);
}

async function jaxStep(seed: number, logQ: Float32Array, mode: JaxMode): Promise<Step> {
  const [{ startJax }, { createJaxStep }] = await Promise.all([import("./jax"), import("./jax-two-tower")]);
  await startJax();
  const { userTable, itemTable } = createModel(seed);
  const towers = { userTable: userTable.weights, itemTable: itemTable.weights, dimension, temperature, logQ };
  const run = createJaxStep(towers, mode);
  let step = 0;
  return ({ users, items }) => run(users, items, correctedRate(learningRate, ++step));
}

/** The best that could be made with jax-js: our tables and sparse Adam around its compiled loss. */
async function jaxStepOnOurTables(seed: number, logQ: Float32Array, mode: JaxMode): Promise<Step> {
  const [{ startJax }, { createJaxDenseStep }] = await Promise.all([
    import("./jax"),
    import("./jax-two-tower"),
  ]);
  await startJax();
  const random = createRandom(seed).fork("weights");
  const userTable = new EmbeddingTable(USER_ROWS, dimension, random.fork("user-table"));
  const itemTable = new EmbeddingTable(ITEM_ROWS, dimension, random.fork("item-table"));
  const run = createJaxDenseStep(dimension, temperature, logQ, mode);
  return async ({ users, items }) => {
    const { loss, userGradient, itemGradient } = await run(userTable.sum(users), itemTable.sum(items));
    userTable.update(users, userGradient, learningRate);
    itemTable.update(items, itemGradient, learningRate);
    return loss;
  };
}

const train: Task<TrainingParams, TrainingResult> = async ({ batchSize, seed, ...turns }, report) => {
  await startBackend();
  const random = createRandom(seed).fork("batches");
  const batches = Array.from({ length: BATCHES }, () => ({
    users: drawBags(batchSize, USER_BAG, USER_ROWS, random),
    items: drawBags(batchSize, ITEM_BAG, ITEM_ROWS, random),
  }));
  const batchOf = (call: number) => batches[call % BATCHES] as Batch;
  const logQ = Float32Array.from({ length: batchSize }, () => Math.log(0.01 + random.next()));
  const ways: Record<string, () => Step | Promise<Step>> = {
    ours: () => ourStep(seed, logQ),
    ...Object.fromEntries(
      Object.entries(JAX_MODES).flatMap(([name, mode]) => [
        [`jax-js, ${name}`, () => jaxStep(seed, logQ, mode)],
        [`jax-js with our tables, ${name}`, () => jaxStepOnOurTables(seed, logQ, mode)],
      ]),
    ),
  };
  const rows: Record<string, Outcome<TrainingRow>> = {};
  const losses = new Map<string, { first: number; last: number }>();
  const methods: Method[] = [];
  for (const [name, create] of Object.entries(ways)) {
    report(`training: ${name} starts`);
    const started = await attempt(async (): Promise<Method> => {
      const step = await create();
      const first = await step(batchOf(0));
      const ours = losses.get("ours")?.first ?? first;
      if (!(Math.abs(first - ours) <= LOSS_TOLERANCE))
        throw new Error(`the first loss is ${first} instead of ${ours}`);
      const seen = { first, last: first };
      losses.set(name, seen);
      const run = async (call: number) => {
        seen.last = await step(batchOf(call + 1));
      };
      return { name, run };
    });
    if (hasFailed(started)) rows[name] = started;
    else methods.push(started);
  }
  for (const [name, ms] of await timeInTurns(methods, turns)) {
    const { first, last } = losses.get(name) ?? { first: Number.NaN, last: Number.NaN };
    rows[name] = hasFailed(ms) ? ms : { ms, firstLoss: first, lastLoss: last };
  }
  return {
    dimension,
    batchSize,
    bagRows: { user: lengthOf(USER_BAG), item: lengthOf(ITEM_BAG) },
    tableRows: { user: USER_ROWS, item: ITEM_ROWS },
    rows,
  };
};

serveTask(train);
