/**
 * Which fact a question asks for. The interviewer must not guess: a fact is told only when enough of the question
 * speaks for it; otherwise the honest answer is that the interviewer does not know.
 */
import { type Fact, type Topic, topicSchema } from "@/lib/content/schemas/interviewer";
import { rankIntents } from "./intents";
import type { PreparedInterviewer } from "./prepare";

export type FactMatch = {
  fact: Fact | null;
  topic: Topic | null;
  /** Evidence for the best fact, and its lead over the next, in nats. */
  score: number;
  margin: number;
};

/** Least evidence for a fact, least share of the question that its phrases know, and least lead. */
const FACT = { evidence: 1.2, known: 0.4, margin: 0 };
const TOPIC = { evidence: 0.7, known: 0.3 };

function topicOf(prepared: PreparedInterviewer, question: string): Topic | null {
  const best = rankIntents(prepared.topics, question)[0];
  if (!best || best.evidence < TOPIC.evidence || best.known < TOPIC.known) return null;
  const parsed = topicSchema.safeParse(prepared.topics.intents[best.index]?.id);
  return parsed.success ? parsed.data : null;
}

export function matchFact(prepared: PreparedInterviewer, question: string): FactMatch {
  const [best, second] = rankIntents(prepared.facts, question);
  const score = best?.evidence ?? 0;
  const margin = score - (second?.evidence ?? 0);
  const candidate = best ? prepared.script.facts[best.index] : undefined;
  const isClear = best && score >= FACT.evidence && best.known >= FACT.known && margin >= FACT.margin;
  if (!candidate || !isClear) return { fact: null, topic: topicOf(prepared, question), score, margin };
  return { fact: candidate, topic: candidate.topic, score, margin };
}
