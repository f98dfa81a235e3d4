/** Decisions that a design has in every world. */
import { amount, choice } from "./fields";

export const LATENCY_BUDGET = amount(
  "latency-budget",
  "clarify",
  "Latency budget",
  "From request to response, for 99 of 100 requests.",
  { unit: "ms", min: 10, max: 5_000, step: 10 },
);

export const CANDIDATES = amount(
  "candidates",
  "serve",
  "Candidates to rank",
  "How many items retrieval hands to the ranker.",
  { unit: "items", min: 10, max: 10_000, step: 10 },
);

export const MONITORS = choice("monitors", "monitor", "Monitoring", "What is watched after launch.", [
  ["none", "Nothing yet", "Problems are reported by users."],
  ["system", "System", "Latency, errors, traffic."],
  ["data-and-model", "Data and model", "Feature and score distributions, calibration."],
  ["full", "All of it", "System, data, model and business metrics."],
]);
