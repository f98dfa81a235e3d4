/** The way of one request: who calls whom, in which order, with how many items. */
import { quantitiesIn } from "@/lib/design/contradictions/quantities";
import { tokenise } from "@/lib/grading/text/tokens";
import type { BoardEdge } from "@/lib/interview/board";
import type { Check } from "../check";
import { type BoardGraph, edgePlace, partsPlace } from "../graph";
import type { Role } from "../role";

/** An arrow from a later step to an earlier one, with no way round. */
function backwards(graph: BoardGraph, later: Role, earlier: Role) {
  for (const from of graph.with(later)) {
    for (const to of graph.with(earlier)) {
      const edge = graph.edge(from, to);
      if (edge && !graph.leads([to], [from])) return [edgePlace(graph, edge)];
    }
  }
  return null;
}

const INNER: ReadonlySet<Role | null> = new Set<Role>([
  "ranking",
  "model",
  "index",
  "features",
  "re-ranking",
]);

function clientToModel(graph: BoardGraph) {
  const edge = graph.edges.find(
    ({ from, to }) => graph.roleOf(from) === "client" && INNER.has(graph.roleOf(to)),
  );
  return edge ? [edgePlace(graph, edge)] : null;
}

const LEAST_COUNT = 5;
const NO_COUNT = /\b(ms|milliseconds?|qps|rps|users?|requests?|dims?|dimensions|gb|mb|kb|percent|hz)\b|%/i;

/** The number of items that an arrow says it carries: "top 500", "10M videos". Times, rates and sizes are none. */
export function countOn({ label }: Pick<BoardEdge, "label">): number | null {
  if (NO_COUNT.test(label)) return null;
  const counts = quantitiesIn(label, tokenise(label)).filter(
    ({ kind, value }) => kind === "count" && value >= LEAST_COUNT,
  );
  return counts.at(-1)?.value ?? null;
}

const ORDER: readonly (Role | null)[] = ["retrieval", "ranking", "re-ranking"];

/** Compares counts on arrows that leave a step with those that leave a later one; several sources are added up. */
function countsDoNotShrink(graph: BoardGraph) {
  const carried = graph.edges.flatMap((edge) => {
    const count = countOn(edge);
    const step = ORDER.indexOf(graph.roleOf(edge.from));
    return count !== null && step >= 0 ? [{ edge, count, step }] : [];
  });
  for (const early of carried) {
    const together = carried
      .filter(({ step }) => step === early.step)
      .reduce((sum, { count }) => sum + count, 0);
    const late = carried.find(({ step, count }) => step > early.step && count > together);
    if (late) return [edgePlace(graph, early.edge), edgePlace(graph, late.edge)];
  }
  return null;
}

const FALLS_BACK = /\b(fallback|fall back|time ?out|degraded?|fails?|when down|popular|circuit)\b/i;

function noFallback(graph: BoardGraph) {
  const calls = graph.with("ranking", "retrieval", "model");
  const isThere =
    graph.with("fallback", "cache").length > 0 || graph.edges.some(({ label }) => FALLS_BACK.test(label));
  return calls.length === 0 || isThere ? null : [partsPlace(calls, "no fallback")];
}

const FUNNEL =
  "App [person]\nApp -> Feed service\nRetrieval [retrieval]\nRanker [ranking]\nRe-ranker [re-ranking]\n";

export const REQUEST_PATH_CHECKS: readonly Check[] = [
  {
    id: "client-to-model",
    stage: "serve",
    chapter: "/framework/serve#the-request-path",
    from: 4,
    statement: "The client calls a part of the model directly.",
    question: "Who checks the request, joins the candidates and answers when this part is late?",
    look: clientToModel,
    examples: {
      asks: ["App [person]\nApp -> Ranker\nRanker [ranking]\nRanker -> Feature store\nRetrieval -> Ranker"],
      silent: ["App [person]\nApp -> Feed service\nFeed service -> Ranker\nRanker -> Feature store"],
    },
  },
  {
    id: "retrieval-after-ranking",
    stage: "model",
    chapter: "/framework/pipeline#why-a-funnel",
    from: 4,
    statement: "An arrow leads from the ranker to retrieval.",
    question: "What does the ranker score before anything was retrieved?",
    look: (graph) => backwards(graph, "ranking", "retrieval"),
    examples: {
      asks: [`${FUNNEL}Feed service -> Ranker\nRanker -> Retrieval`],
      silent: [`${FUNNEL}Feed service -> Retrieval\nRetrieval -> Ranker`],
    },
  },
  {
    id: "re-ranking-before-ranking",
    stage: "model",
    chapter: "/framework/re-ranking#the-page-and-what-it-costs",
    from: 4,
    statement: "An arrow leads from the re-ranking to the ranker.",
    question: "Which scores does the re-ranking work with?",
    look: (graph) => backwards(graph, "re-ranking", "ranking"),
    examples: {
      asks: [`${FUNNEL}Retrieval -> Re-ranker\nRe-ranker -> Ranker`],
      silent: [`${FUNNEL}Retrieval -> Ranker\nRanker -> Re-ranker`],
    },
  },
  {
    id: "counts-do-not-shrink",
    stage: "model",
    chapter: "/framework/pipeline#the-bill-stage-by-stage",
    from: 4,
    statement: "A later step carries more items than an earlier one.",
    question: "Where do the additional items come from, and what do they cost there?",
    look: countsDoNotShrink,
    examples: {
      asks: [`${FUNNEL}Retrieval -> Ranker : top 200\nRanker -> Re-ranker : 1,000 videos`],
      silent: [
        `${FUNNEL}Retrieval -> Ranker : top 500\nRanker -> Re-ranker : 100`,
        `${FUNNEL}Retrieval -> Ranker : 500 in 30 ms\nRanker -> Re-ranker : 60 ms`,
        `${FUNNEL}Co-watch [retrieval]\nCo-watch -> Ranker : 300\nRetrieval -> Ranker : 500\nRanker -> Re-ranker : 800`,
      ],
    },
  },
  {
    id: "no-fallback",
    stage: "serve",
    chapter: "/framework/serve#fallbacks",
    from: 6,
    statement: "When a step is late or down, nothing on the board answers in its place.",
    question: "What does a person see when the ranker misses its deadline?",
    look: noFallback,
    examples: {
      asks: [`${FUNNEL}Feed service -> Retrieval\nRanker -> Feature store`],
      silent: [
        `${FUNNEL}Popular list [store]\nFeed service -> Popular list\nRanker -> Feature store`,
        `${FUNNEL}Feed service -> Retrieval : on timeout popular\nRanker -> Feature store`,
      ],
    },
  },
];
