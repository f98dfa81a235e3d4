/** Decisions that designs of several worlds have. */
import { amount, choice } from "./fields";

export const LATENCY_BUDGET = amount(
  "latency-budget",
  "clarify",
  "Latency budget",
  "From request to response, for 99 of 100 requests.",
  { unit: "ms", min: 10, max: 5_000, step: 10 },
);

export const SPLIT = choice("split", "data", "Split", "How training and test data are separated.", [
  ["random", "Random", "Rows are shuffled."],
  ["by-user", "By user", "Test users are not seen in training."],
  ["by-time", "By time", "Test data comes after training data."],
]);

export const CANDIDATES = amount(
  "candidates",
  "serve",
  "Candidates to rank",
  "How many items retrieval hands to the ranker.",
  { unit: "items", min: 10, max: 10_000, step: 10 },
);

export const VECTOR_INDEX = choice(
  "index",
  "serve",
  "Vector index",
  "How neighbours are found at request time.",
  [
    ["exact", "Exact scan", "Every vector is compared."],
    ["approximate", "Approximate", "A part of the vectors is compared."],
  ],
);

export const MONITORS = choice("monitors", "monitor", "Monitoring", "What is watched after launch.", [
  ["none", "Nothing yet", "Problems are reported by users."],
  ["system", "System", "Latency, errors, traffic."],
  ["data-and-model", "Data and model", "Feature and score distributions, calibration."],
  ["full", "All of it", "System, data, model and business metrics."],
]);
