/**
 * Which fact a question asks for. The interviewer must not guess: a fact is told only when it is likely enough; otherwise
 * the honest answer is that the interviewer does not know.
 */
import { type Fact, type Topic, topicSchema } from "@/lib/content/schemas/interviewer";
import { rankIntents } from "./intents";
import type { PreparedInterviewer } from "./prepare";
import { softmax } from "./question-classifier";

export type FactMatch = {
  fact: Fact | null;
  topic: Topic | null;
  /** Probability of the best fact (or of none), and its lead over the next. */
  score: number;
  margin: number;
};

/**
 * Added to the logit of none. There are more questions outside the facts than the asides can name, and a fact that nobody
 * asked for gives something away: on asides and phrases held out in turn it tells a third fewer of them
 * wrongly, for one right answer in a hundred.
 */
const NONE_BIAS = 1;
/** Least probability of a fact to be told, and least evidence for a topic. */
const FACT_PROBABILITY = 0.4;
const TOPIC = { evidence: 0.7, known: 0.3 };

function topicOf(prepared: PreparedInterviewer, question: string): Topic | null {
  const best = rankIntents(prepared.topics, question)[0];
  if (!best || best.evidence < TOPIC.evidence || best.known < TOPIC.known) return null;
  const parsed = topicSchema.safeParse(prepared.topics.intents[best.index]?.id);
  return parsed.success ? parsed.data : null;
}

/** Probability of each fact, and of none last: naive Bayes and the classifier as a product of experts (Hinton 2002). */
function probabilities(prepared: PreparedInterviewer, question: string): Float64Array {
  const { facts } = prepared.script;
  const logits = prepared.classifyFact(question);
  const evidence = new Float64Array(logits.length).fill(Number.NEGATIVE_INFINITY);
  for (const { index, evidence: value } of rankIntents(prepared.facts, question)) {
    const at = Math.min(index, facts.length);
    evidence[at] = Math.max(evidence[at] ?? 0, value);
  }
  const bias = (at: number) => (at === facts.length ? NONE_BIAS : 0);
  return softmax(logits.map((logit, at) => logit + (evidence[at] ?? 0) + bias(at)));
}

export function matchFact(prepared: PreparedInterviewer, question: string): FactMatch {
  const shares = probabilities(prepared, question);
  const order = [...shares.keys()].sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0));
  const [best = 0, second = 0] = order;
  const score = shares[best] ?? 0;
  const margin = score - (shares[second] ?? 0);
  const fact = prepared.script.facts[best];
  if (!fact || score < FACT_PROBABILITY)
    return { fact: null, topic: topicOf(prepared, question), score, margin };
  return { fact, topic: fact.topic, score, margin };
}
