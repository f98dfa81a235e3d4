/**
 * What part of a system a node of the board plays. A kind of its own says it (ranking, feature-store); the generic
 * kinds, the only ones in exam mode, are read by their label with the grader's words. The last word that names a part
 * counts, as it does in English: an "index refresh job" is a job, a "log of the ranker" a log.
 */
import { compileConcepts, occurrencesOf } from "@/lib/grading/text/concepts";
import { tokenise } from "@/lib/grading/text/tokens";
import type { BoardKind, BoardNode } from "@/lib/interview/board";

export const ROLES = [
  "client",
  "gateway",
  "service",
  "retrieval",
  "ranking",
  "re-ranking",
  "model",
  "index",
  "features",
  "log",
  "warehouse",
  "job",
  "builder",
  "training",
  "registry",
  "experiment",
  "monitoring",
  "cache",
  "fallback",
  "labels",
  "store",
] as const;
export type Role = (typeof ROLES)[number];

/** Words of labels; the longest form that ends last decides. */
const LABELS: Partial<Record<Role, string>> = {
  client: "user|client|app|browser|phone|viewer|shopper|mobile app|web page|device",
  gateway: "gateway|api gateway|load balancer|edge proxy",
  service: "service|feed service|api|backend|orchestrator|front end|assembly|response|home feed|page",
  retrieval:
    "retrieval|retriever|candidate generation|candidate generator|candidates|candidate sources|two tower|two towers|co watch|targeting|bm25|matching|retrieval service",
  ranking:
    "ranking|ranker|rank|scorer|scoring|heavy ranker|light ranker|click model|ctr model|lambdamart|dcn|ranking service|ranking model|ranker service|scoring service",
  "re-ranking":
    "re ranking|re ranker|reranking|reranker|re rank|rerank|diversity|blender|business rules|rules|auction|mmr|dpp|re ranking service",
  model: "model|model server|inference|predictor|prediction service|model service",
  index:
    "index|ann|ann index|hnsw|faiss|vector store|vector database|vector db|embedding store|embedding index|vector index|vector search",
  features:
    "feature store|features|feature service|online features|user features|item features|profile store|feature cache|user profiles|online feature store",
  log: "log|event log|events|impressions|clickstream|click stream|kafka|tracking|telemetry|event stream|logging|logger|joiner|impression log|event queue|event bus|log queue|log store|event store|click log",
  warehouse:
    "warehouse|data lake|data warehouse|offline store|lake|historical data|training data|offline features",
  job: "job|batch job|stream job|feature pipeline|feature job|aggregation|aggregator|counters|flink|spark|etl|pipeline|stream processor|feature computation",
  builder:
    "index builder|index build|indexer|embedding job|embedder|refresh|refresh job|index refresh job|re embed|reindex|rebuild|embedding pipeline|item encoder|item tower job|index job|embedding service|builder",
  training:
    "training|trainer|train|retraining|learner|model training|training job|training pipeline|trainer job|retraining job|training service|offline training",
  registry: "registry|model registry|model store|model versions|artefact store|artifact store",
  experiment:
    "experiment|experiments|a b test|ab test|a b testing|experimentation|canary|shadow|traffic split|holdback|experiment service|experiment platform|a b service",
  monitoring:
    "monitoring|monitor|alerts|alerting|dashboard|dashboards|metrics|drift|observability|prometheus|grafana|drift detection|monitoring service|alert manager",
  cache: "cache|redis|memcached|page cache|result cache",
  fallback:
    "fallback|fall back|popular|popularity|popular list|popular items|popular videos|default list|backup|trending|trending list|last good page|house ads|static list|editorial list|fallback list|fallback cache|fallback service",
  labels: "labels|labelling|raters|annotation|judgements|label store|label join|label joiner",
  store:
    "catalogue|catalog|item store|videos|products|ads|metadata|content store|video store|database|db|items|item database",
};
const FORMS = compileConcepts(Object.entries(LABELS).map(([id, forms]) => ({ id, forms: forms.split("|") })));

const OF_KIND: Record<BoardKind, Role> = {
  person: "client",
  service: "service",
  store: "store",
  queue: "log",
  job: "job",
  model: "model",
  gateway: "gateway",
  retrieval: "retrieval",
  ranking: "ranking",
  "re-ranking": "re-ranking",
  "embedding-index": "index",
  "feature-store": "features",
  "event-log": "log",
  "stream-job": "job",
  "batch-job": "job",
  training: "training",
  "model-registry": "registry",
  cache: "cache",
  experiment: "experiment",
  monitoring: "monitoring",
  labelling: "labels",
};
/** Kinds that say how something runs, and leave to the label what it is for. */
const OPEN_KINDS: ReadonlySet<BoardKind> = new Set([
  "service",
  "store",
  "queue",
  "job",
  "model",
  "stream-job",
  "batch-job",
  "cache",
]);
/** Words so general that any other word of the label says more. */
const VAGUE: ReadonlySet<string> = new Set(["service", "store", "job", "model"]);

function labelRole(label: string): Role | null {
  const tokens = tokenise(label);
  const found = occurrencesOf(tokens, FORMS);
  const telling = found.filter(({ concept, from, to }) => !(VAGUE.has(concept) && to - from === 1));
  const best = (telling.length > 0 ? telling : found).sort(
    (a, b) => b.to - a.to || b.to - b.from - (a.to - a.from),
  )[0];
  return (best?.concept as Role | undefined) ?? null;
}

/** The part that a node plays; the same function for boards of both modes. */
export function roleOf({ kind, label }: Pick<BoardNode, "kind" | "label">): Role {
  const own = OF_KIND[kind];
  if (!OPEN_KINDS.has(kind)) return own;
  const read = labelRole(label);
  // A job that carries the name of a part makes it: it does not answer requests.
  if (own === "job" && (read === "index" || read === "retrieval")) return "builder";
  if (own === "job" && (read === "ranking" || read === "model")) return "training";
  if (own === "job" && (read === "features" || read === "log" || read === "warehouse")) return "job";
  if (own === "log" && (read === "service" || read === "store" || read === "client")) return "log";
  return read ?? own;
}
