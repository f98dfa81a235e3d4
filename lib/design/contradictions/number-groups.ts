/** Groups of forms that rules about numbers look up by name (how a group is written: rule.ts). */
export const NUMBER_GROUPS = {
  perItem:
    "each|per candidate|per item|per video|per ad|per document|per pair|per product|per result|apiece|a candidate|one candidate|one video|one item|one ad|one document",
  things: "candidate|item|video|ad|product|result|document|pair|listing",
  atOnce:
    "parallel|in parallel|batch|batched|batches|one batch|concurrently|at once|at the same time|core|cores|shard|shards|sharded|machines|threads|gpu|amortised",
  limit: "budget|p99|p95|latency|limit|within|deadline|sla|respond|answer",
  ownLimit:
    "latency|latency budget|latency limit|p99|sla|latency requirement|time limit|budget is|response time",
  aside: "of|within|under|below|limit|total|p99|p95|than|every|reserve|slack|leaves|left|sum",
  step: "retrieval|ranking|ranker|features|feature|gateway|re ranking|re rank|network|model|index|calibration|auction|rewrite|fusion|rules|filter|assembly|targeting|lookup|fetch|candidate generation|scoring|blending|query understanding|response",
  scan: "exact scan|brute force|exhaustive search|compare every vector|compares every vector|full scan|exact search|exact nearest neighbour|scan all|every vector",
  compressed:
    "quantised|quantized|int8|product quantisation|compressed|shard|shards|sharded|ann|hnsw|ivf|approximate",
  retrieval: "retrieval|retrieve|retriever|candidate generation|candidate generator",
  ranker: "ranker|ranking|rank|heavy ranker|ranking model",
  severalSources: "each|source|sources|per source|both|plus",
  top: "top|best|first",
  depthMetric: "ndcg|precision|map|mean average precision|precision at|ndcg at",
  places: "slot|slots|results|places|cards",
  cache: "cache|cached|caching",
  cacheable:
    "result|results|candidate|candidates|feed|page|pages|recommendations|slate|list|lists|scores|response",
  notCached:
    "fallback|fails|fail|down|late|degrade|degraded|invalidate|invalidated|purge|stock|read fresh|expire",
  window:
    "attribution window|label window|join window|conversion window|click window|waiting window|labels close|label closes",
  retraining: "retrain|retrained|retraining|train|trained|training|update the model|model updates",
  cadence: "every|hourly|nightly|daily|once|each",
  lateLabels:
    "delayed feedback|delayed labels|late labels|delay model|delay|delayed|matured|mature|wait|waits|not yet|fake negatives|importance weight|correct the rest|until the window|closed windows",
  testRun: "test|experiment|a b test|run|runs|ran",
  retention: "retention|day 28 retention|return",
  decisive: "primary metric|primary|decide|decides|success metric|measure|measured|objective|goal",
  horizon: "surrogate|holdback|proxy|leading|predicts retention|long term holdout|early signals",
  rate: "qps|rps|requests per second|queries per second|requests a second|queries a second|per second|a second",
  cores: "cores|core",
  servers: "servers|machines|cpu servers",
  peak: "peak|evening|busiest",
} as const;
export type NumberGroup = keyof typeof NUMBER_GROUPS;
