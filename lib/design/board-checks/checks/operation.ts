/** How a model goes live and is watched, and whether the drawing hangs together. */
import type { Check } from "../check";
import { type BoardGraph, edgePlace, partsPlace } from "../graph";
import type { Role } from "../role";

const ANSWERING: ReadonlySet<Role | null> = new Set<Role>([
  "ranking",
  "retrieval",
  "model",
  "re-ranking",
  "service",
]);
const GUARDED = /\b(canary|shadow|a\/b|ab test|gate|validated?|version)\b/i;
const COMPARED = /\b(canary|shadow|a\/b|ab test|experiment|arms?|holdback|ramp)\b/i;
const WATCHED = /\b(metrics|alerts?|monitor|monitoring|drift)\b/i;

function straightIntoServing(graph: BoardGraph) {
  if (graph.with("registry", "experiment").length > 0) return null;
  const edge = graph.edges.find(
    ({ from, to, label }) =>
      graph.roleOf(from) === "training" && ANSWERING.has(graph.roleOf(to)) && !GUARDED.test(label),
  );
  return edge ? [edgePlace(graph, edge)] : null;
}

function noExperiment(graph: BoardGraph) {
  const registries = graph.with("registry");
  const isTested =
    graph.with("experiment").length > 0 || graph.edges.some(({ label }) => COMPARED.test(label));
  return registries.length === 0 || isTested
    ? null
    : [partsPlace(registries, "no experiment on the way out")];
}

function noMonitoring(graph: BoardGraph) {
  const running = graph.with("ranking", "retrieval", "model", "service");
  const isWatched =
    graph.with("monitoring").length > 0 || graph.edges.some(({ label }) => WATCHED.test(label));
  return running.length === 0 || isWatched ? null : [partsPlace(running.slice(0, 3), "nothing watches")];
}

/** From this many arrows on, a box without one was left out rather than not joined yet. */
const DRAWN_EDGES = 3;

function unconnected(graph: BoardGraph) {
  if (graph.edges.length < DRAWN_EDGES) return null;
  const alone = graph.parts.filter((part) => graph.around(part).length === 0);
  return alone.length > 0 ? [partsPlace(alone, "no connection")] : null;
}

const LOOP =
  "App [person]\nApp -> Feed service\nFeed service -> Ranker\nRanker [ranking]\nFeed service -> Event log\nEvent log -> Training\n";

export const OPERATION_CHECKS: readonly Check[] = [
  {
    id: "straight-into-serving",
    stage: "serve",
    chapter: "/framework/serve#index-and-model-versions",
    from: 5,
    statement: "What training makes goes straight into serving.",
    question: "Which check does a new model pass, and how do you go back to the last one?",
    look: straightIntoServing,
    examples: {
      asks: [`${LOOP}Training -> Ranker`],
      silent: [
        `${LOOP}Training -> Model registry\nModel registry -> Ranker`,
        `${LOOP}Training -> Ranker : canary first`,
      ],
    },
  },
  {
    id: "no-experiment",
    stage: "evaluate",
    chapter: "/framework/evaluate#online-experiments",
    from: 7,
    statement: "Versions of the model are kept, and nothing compares two of them on live traffic.",
    question: "Where on the board is a request assigned to an arm?",
    look: noExperiment,
    examples: {
      asks: [`${LOOP}Training -> Model registry\nModel registry -> Ranker\nRanker -> Feature store`],
      silent: [
        `${LOOP}Training -> Model registry\nModel registry -> Ranker\nRanker -> Feature store\nFeed service -> A/B test service`,
      ],
    },
  },
  {
    id: "no-monitoring",
    stage: "monitor",
    chapter: "/framework/monitor#what-to-watch",
    from: 6,
    statement: "Nothing on the board watches the system.",
    question: "Which part would notice that a feature has been empty since this morning?",
    look: noMonitoring,
    examples: {
      asks: [`${LOOP}Training -> Ranker\nRanker -> Feature store`],
      silent: [
        `${LOOP}Training -> Ranker\nEvent log -> Drift dashboard`,
        `${LOOP}Training -> Ranker\nRanker -> Pager : alerts`,
      ],
    },
  },
  {
    id: "unconnected",
    stage: "serve",
    chapter: "/framework/pitfalls#no-numbers-on-the-arrows",
    from: 4,
    statement: "A component stands alone.",
    question: "What does it give, and to whom?",
    look: unconnected,
    examples: {
      asks: [`${LOOP}Cache [cache]`],
      silent: [LOOP, "App [person]\nFeed service [service]\nRanker [ranking]\nCache [cache]"],
    },
  },
];
