/** Counts and sums that an answer writes out: along the funnel, on the sheet, on both sides of an equals sign. */
import { averageQueriesPerSecond } from "@/lib/framework/estimation";
import { formatBytes, formatCount, formatWhole } from "@/lib/framework/units";
import { countOn } from "../../board-checks/checks/request-path";
import { BoardGraph, edgePlace } from "../../board-checks/graph";
import { sumsOf } from "../arithmetic";
import { estimateUnlikeText } from "../estimates";
import { type At, candidatesOf, countsAfter, placeAt } from "../numbers";
import type { Quantity } from "../quantities";
import { decisionPlace, type Reading, wordsPlace } from "../reading";
import type { NumberRule, Pair } from "../rule";

function growingCounts(reading: Reading): Pair | null {
  const retrieved = countsAfter(reading, "retrieval");
  const [first] = retrieved;
  if (!first || new Set(retrieved.map(({ quantity }) => quantity.value)).size !== 1) return null;
  const ranked = countsAfter(reading, "ranker").find(({ quantity }) => quantity.value > first.quantity.value);
  if (!ranked) return null;
  const isOneSentence = ranked.sentence === first.sentence;
  const place = (at: At) =>
    isOneSentence ? wordsPlace(at.sentence, at.quantity.from, at.quantity.to + 1) : placeAt(at);
  return {
    places: [place(first), place(ranked)],
    detail: { in: formatWhole(first.quantity.value), out: formatWhole(ranked.quantity.value) },
  };
}

/** Counts that differ by this factor are two different designs. */
const UNLIKE = 3;

function candidatesChosenUnlikeWritten(reading: Reading): Pair | null {
  const decided = reading.decisions.candidates;
  const place = decisionPlace(reading, "candidates");
  const written = countsAfter(reading, "ranker")[0] ?? countsAfter(reading, "retrieval")[0];
  if (typeof decided !== "number" || !place || !written) return null;
  const ratio = decided / written.quantity.value;
  return ratio >= UNLIKE || ratio <= 1 / UNLIKE ? { places: [place, placeAt(written)] } : null;
}

/** A number on the arrow that leaves retrieval; of several arrows none is the whole. */
function boardUnlikeWritten(reading: Reading): Pair | null {
  const graph = new BoardGraph(reading.sources.board);
  const carried = graph.edges.filter(
    (edge) => graph.roleOf(edge.from) === "retrieval" && countOn(edge) !== null,
  );
  const [edge] = carried;
  const written = candidatesOf(reading);
  if (carried.length !== 1 || !edge || !written) return null;
  const drawn = countOn(edge) ?? 0;
  const ratio = drawn / written.value;
  if (ratio < UNLIKE && ratio > 1 / UNLIKE) return null;
  return {
    places: [edgePlace(graph, edge), written.place],
    detail: { drawn: formatWhole(drawn), written: formatWhole(written.value) },
  };
}

const inUnits = (value: number, { kind }: Quantity): string =>
  kind === "bytes" ? formatBytes(value) : formatCount(value);

/** A slip of more than this is no rounding. */
const SLIP = 3;

function wrongSum(reading: Reading): Pair | null {
  for (const { sentence, from, equals, product, result } of sumsOf(reading)) {
    const readings = [
      product,
      ...(result.isRate ? [averageQueriesPerSecond(product, 1)] : []),
      // "4B" beside bytes is four bytes, not four billion.
      ...(result.kind === "bytes" ? [product / 1e9] : []),
    ];
    const isRight = readings.some((value) => value / result.value < SLIP && result.value / value < SLIP);
    if (isRight || product <= 0 || result.value <= 0) continue;
    return {
      places: [wordsPlace(sentence, from, equals), wordsPlace(sentence, result.from, result.to)],
      detail: { product: inUnits(product, result), result: inUnits(result.value, result) },
    };
  }
  return null;
}

export const COUNT_RULES: readonly NumberRule[] = [
  {
    id: "counts-that-grow",
    stage: "model",
    chapter: "/framework/pipeline#why-a-funnel",
    statement: "Retrieval hands on {in}, and the ranker scores {out}.",
    question: "Where do the others come from?",
    find: growingCounts,
    examples: {
      contradict: ["Retrieval returns 200 candidates. The ranker scores 1,000 videos with a deep network."],
      agree: [
        "Retrieval returns 1,000 candidates. The ranker scores 1,000 videos.",
        "Retrieval returns 200 candidates from each source. The ranker scores 1,000 videos.",
      ],
    },
  },
  {
    id: "candidates-chosen-unlike-written",
    stage: "serve",
    chapter: "/framework/pipeline#why-a-funnel",
    statement: "The typed decision and the text hand very different numbers of candidates to the ranker.",
    question: "Which of the two did your sums use?",
    find: candidatesChosenUnlikeWritten,
    examples: {
      contradict: [{ answer: "The ranker scores 5,000 candidates.", decisions: { candidates: 200 } }],
      agree: [{ answer: "The ranker scores 300 candidates.", decisions: { candidates: 200 } }],
    },
  },
  {
    id: "board-unlike-written",
    stage: "serve",
    chapter: "/framework/pipeline#the-bill-stage-by-stage",
    statement: "The board hands {drawn} items to the ranker, the answer {written}.",
    question: "Which of the two fits the time that a request has?",
    find: boardUnlikeWritten,
    examples: {
      contradict: [
        {
          answer: "The ranker scores 500 candidates.",
          board: "Retrieval [retrieval]\nRanker [ranking]\nRetrieval -> Ranker : top 10,000",
        },
      ],
      agree: [
        {
          answer: "The ranker scores 500 candidates.",
          board: "Retrieval [retrieval]\nRanker [ranking]\nRetrieval -> Ranker : top 500",
        },
        { answer: "The ranker scores 500 candidates.", board: "Retrieval -> Ranker : 30 ms" },
      ],
    },
  },
  {
    id: "a-sum-unlike-its-result",
    stage: "serve",
    chapter: "/framework/estimation#rules-of-thumb-and-their-error",
    statement: "The left side comes to {product}, the right side says {result}.",
    question: "Which number of this sum is off, and what else was computed from its result?",
    find: wrongSum,
    examples: {
      contradict: [
        "The index: 10M x 256 x 4 = 102 GB.",
        "500M users x 40 requests = 2 billion requests.",
        "200M × 1024 × 4 is roughly 8 GB.",
      ],
      agree: [
        "The index: 10M x 256 x 4 = 10.2 GB.",
        "500M daily users x 40 requests / 86,400 s = 231k QPS on average.",
        "500M users x 40 requests = 231k per second.",
        "100M ids × 32 × 4B = 12.8GB; steps 10/15/30/5 = 60.",
        "Per query 1,000 × 20 µs = 20 core-ms.",
      ],
    },
  },
  {
    id: "an-estimate-unlike-the-text",
    stage: "clarify",
    chapter: "/framework/clarify#scale-and-latency",
    statement: "The sheet gives {sheet}, the text {text}.",
    question: "Which of the two is the load that you size for?",
    find: estimateUnlikeText,
    examples: {
      contradict: [
        {
          answer: "That makes about 300 QPS.",
          estimates: { requests: "100M users * 10 requests/user/day in requests/s" },
        },
      ],
      agree: [
        {
          answer: "That makes about 29,000 QPS at peak.",
          estimates: { requests: "100M users * 10 requests/user/day in requests/s" },
        },
      ],
    },
  },
];
