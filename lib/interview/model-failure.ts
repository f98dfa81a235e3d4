/**
 * What can keep a language model from answering, and how it is said to the person who would have had its answer.
 * Only these words are stored and shown: what a provider itself says may repeat a key or an answer.
 */
export const MODEL_FAILURES = [
  "off",
  "budget",
  "host-budget",
  "busy",
  "breaker",
  "time",
  "rate-limit",
  "server",
  "network",
  "refused",
  "unreadable",
  "cut",
  "wording",
] as const;
export type ModelFailure = (typeof MODEL_FAILURES)[number];

/** What happened, as a sentence without its full stop. */
export const MODEL_FAILURE_WORDS: Record<ModelFailure, string> = {
  off: "This Shortlist's host has switched the language model off",
  budget: "Your share of the language model for today is used up",
  "host-budget": "This Shortlist's budget for the language model is used up for today",
  busy: "The language model was still busy with something else of yours",
  breaker: "The language model failed several times in a row, so it is left alone for a minute",
  time: "The language model took too long",
  "rate-limit": "The language model's provider takes no more requests for now",
  server: "The language model's server had an error",
  network: "The language model could not be reached",
  refused: "The language model's server refused the request",
  unreadable: "The language model's answer could not be read",
  cut: "The language model did not finish",
  wording: "The language model's wording did not pass our checks",
};
