/** Candidates, milliseconds, requests and machines: sums that an answer states or implies. */
import { busyCores, flatIndexBytes } from "@/lib/framework/estimation";
import { formatMilliseconds, formatWhole } from "@/lib/framework/units";
import { claimedIn } from "../match";
import { NUMBER_GROUPS } from "../number-groups";
import { type At, candidatesOf, has, isNear, type Known, limitOf, placeAt, quantitiesOf } from "../numbers";
import { decisionPlace, type Reading, toldPlace, wordsPlace } from "../reading";
import type { NumberRule, Pair } from "../rule";
import { stepsOverLimit } from "../steps";

const inMs = (seconds: number): string => formatMilliseconds(seconds * 1000);

type Cost = { at: At; perItemSeconds: number; candidates: number };

/** Scoring one item never takes longer; other times "each" do. */
const MOST_SECONDS_EACH = 1;

/** "10,000 candidates at 5 ms each": the time of one, and how many there are. */
function costOfScoring(reading: Reading): Cost | null {
  for (const at of quantitiesOf(reading, "seconds")) {
    const { sentence, quantity } = at;
    if (quantity.value > MOST_SECONDS_EACH || !isNear(sentence, "perItem", quantity, 4, 4)) continue;
    const beside = sentence.quantities.find(
      (other) => other.kind === "count" && other.value >= 10 && isNear(sentence, "things", other, 0, 3),
    );
    const candidates = beside?.value ?? candidatesOf(reading)?.value;
    if (candidates) return { at, perItemSeconds: quantity.value, candidates };
  }
  return null;
}

function serialScoring(reading: Reading): Pair | null {
  const cost = costOfScoring(reading);
  const limit = limitOf(reading);
  if (!cost || !limit || has(cost.at.sentence, "atOnce")) return null;
  const seconds = cost.perItemSeconds * cost.candidates;
  if (seconds <= limit.value) return null;
  return {
    places: [limit.place, placeAt(cost.at)],
    detail: {
      candidates: formatWhole(cost.candidates),
      each: inMs(cost.perItemSeconds),
      total: inMs(seconds),
      limit: inMs(limit.value),
    },
  };
}

/** Cores of serving that were told: "500 CPU servers with 32 cores". */
function toldCores(reading: Reading): Known | null {
  for (const fact of reading.told) {
    const servers = fact.quantities.find(
      (count) => count.kind === "count" && isNear(fact, "servers", count, 0, 3),
    );
    const cores = fact.quantities.find(
      (count) => count.kind === "count" && isNear(fact, "cores", count, 0, 2),
    );
    if (servers && cores) return { value: servers.value * cores.value, place: toldPlace(fact) };
  }
  return null;
}

function coresOverTold(reading: Reading): Pair | null {
  const cost = costOfScoring(reading);
  const cores = toldCores(reading);
  const rate = quantitiesOf(reading, "rate")[0];
  if (!cost || !cores || !rate) return null;
  const requests = rate.quantity.value;
  const needed = busyCores(requests * cost.candidates, cost.perItemSeconds);
  if (needed <= cores.value) return null;
  return {
    places: [cores.place, placeAt(cost.at)],
    detail: {
      requests: formatWhole(requests),
      candidates: formatWhole(cost.candidates),
      each: inMs(cost.perItemSeconds),
      needed: formatWhole(needed),
      told: formatWhole(cores.value),
    },
  };
}

/** Assumed where a design gives none: a small embedding, and what one core streams from memory. */
const ASSUMED_DIMENSION = 64;
const BYTES_PER_SECOND = 10e9;
const MILLIONS = 1e6;
/** An estimate this rough says something only from twice the limit on. */
const CLEARLY_OVER = 2;

/** The smallest number of items in millions that was told or written: what can be recommended, not all there is. */
function itemsOf(reading: Reading): number | null {
  const counts = [...reading.told, ...reading.sentences].flatMap((passage) =>
    passage.quantities
      .filter(({ kind, value }) => kind === "count" && value >= MILLIONS)
      .filter((count) => isNear(passage, "things", count, 0, 4))
      .map(({ value }) => value),
  );
  return counts.length > 0 ? Math.min(...counts) : null;
}

function exactScan(reading: Reading): Pair | null {
  const limit = limitOf(reading);
  const items = itemsOf(reading);
  if (!limit || !items || reading.sentences.some((sentence) => has(sentence, "compressed"))) return null;
  const said = reading.sentences.flatMap((sentence) => {
    const span = claimedIn(sentence, { says: [NUMBER_GROUPS.scan], in: ["model", "serve"] });
    return span ? [wordsPlace(sentence, 0, sentence.tokens.length)] : [];
  });
  const decided = reading.decisions.index === "exact" ? decisionPlace(reading, "index") : null;
  const place = decided ?? said[0];
  const seconds = flatIndexBytes(items, ASSUMED_DIMENSION) / BYTES_PER_SECOND;
  if (!place || seconds < CLEARLY_OVER * limit.value) return null;
  return {
    places: [limit.place, place],
    detail: {
      items: formatWhole(items),
      dimension: String(ASSUMED_DIMENSION),
      total: inMs(seconds),
      limit: inMs(limit.value),
    },
  };
}

export const CAPACITY_RULES: readonly NumberRule[] = [
  {
    id: "one-by-one-over-the-limit",
    stage: "serve",
    chapter: "/framework/estimation#requests-and-scores",
    statement:
      "{candidates} candidates at {each} each take {total} one after another; a request may take {limit}.",
    question: "What runs at the same time, or how many candidates fit?",
    find: serialScoring,
    examples: {
      contradict: [
        {
          answer: "We score 10,000 candidates at 5 ms each with the transformer.",
          facts: ["latency: 200 ms at p99."],
        },
        {
          answer: "The ranker needs 2 ms per candidate.",
          decisions: { candidates: 1000, "latency-budget": 200 },
        },
      ],
      agree: [
        {
          answer: "We score 500 candidates in one batch of 30 ms, 0.06 ms each.",
          facts: ["latency: 200 ms at p99."],
        },
        { answer: "We score 100 candidates at 0.5 ms each.", facts: ["latency: 200 ms at p99."] },
      ],
    },
  },
  {
    id: "more-cores-than-there-are",
    stage: "serve",
    chapter: "/framework/estimation#machines-littles-law",
    statement:
      "{requests} requests a second with {candidates} candidates at {each} each keep {needed} cores busy; {told} were told.",
    question: "Which of the three numbers gives way?",
    find: coresOverTold,
    examples: {
      contradict: [
        {
          answer: "At 29,000 QPS the ranker scores 800 candidates, on one core 1 ms each.",
          facts: ["constraints: 500 CPU servers with 32 cores each."],
        },
      ],
      agree: [
        {
          answer: "At 29,000 QPS the ranker scores 800 candidates, on one core 0.005 ms each.",
          facts: ["constraints: 500 CPU servers with 32 cores each."],
        },
      ],
    },
  },
  {
    id: "steps-over-the-limit",
    stage: "serve",
    chapter: "/framework/estimation#latency-sums-and-tails",
    statement: "The steps of a request add up to {total}; it may take {limit}.",
    question: "Which steps run at the same time, and which one gets less?",
    find: stepsOverLimit,
    examples: {
      contradict: [
        {
          answer: "Feature lookup takes 60 ms, retrieval 80 ms, ranking 120 ms.",
          facts: ["latency: 200 ms at p99."],
        },
        {
          answer: "Gateway 10 ms, retrieval 40 ms, ranking 60 ms.",
          facts: ["latency: 200 ms at p99."],
          twist: { text: "The page has to be there in 80 ms now.", change: "Limit cut from 200 ms to 80 ms" },
        },
      ],
      agree: [
        {
          answer: "Feature lookup 20 ms, retrieval 30 ms, ranking 60 ms.",
          facts: ["latency: 200 ms at p99."],
        },
        {
          answer: "In parallel: feature lookup 120 ms, retrieval 120 ms, ranking 120 ms.",
          facts: ["latency: 200 ms at p99."],
        },
      ],
    },
  },
  {
    id: "exact-scan-of-millions",
    stage: "serve",
    chapter: "/framework/embeddings#search-exactly-first",
    worlds: ["video", "search"],
    statement:
      "An exact scan of {items} vectors reads {total} worth of memory on one core, even with {dimension} dimensions; a request may take {limit}.",
    question: "Over how many cores is the scan spread, or what is compared instead of everything?",
    find: exactScan,
    examples: {
      contradict: [
        {
          decisions: { index: "exact" },
          facts: ["scale: There are 100 million videos.", "latency: 200 ms at p99."],
        },
        {
          answer:
            "The limit is 200 ms. A brute-force search compares every vector of the 100 million videos.",
        },
      ],
      agree: [
        {
          decisions: { index: "approximate" },
          facts: ["scale: There are 100 million videos.", "latency: 200 ms at p99."],
        },
        { decisions: { index: "exact" }, facts: ["scale: There are 1 million videos.", "latency: 200 ms."] },
      ],
    },
  },
];
