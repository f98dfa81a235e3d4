/** Everything about a script that does not depend on an interview: prepared once per case. */
import type { Lexicon } from "@/lib/content/schemas/case";
import {
  type Fact,
  type InterviewerScript,
  type SharedScript,
  TOPICS,
  type Trigger,
} from "@/lib/content/schemas/interviewer";
import type { Point } from "@/lib/content/schemas/rubric";
import { type Bank, createBank } from "@/lib/grading/alignment/bank";
import {
  type ConceptGroup,
  type ConceptIndex,
  compileConcepts,
  lexiconGroups,
} from "@/lib/grading/text/concepts";
import { asideIntents } from "./asides";
import { createIntentModel, type Intent, type IntentModel } from "./intents";
import { type Classifier, trainClassifier } from "./question-classifier";
import { QUESTION_FORMS } from "./question-forms";
import { TOPIC_WORDS } from "./topics";

export type PreparedInterviewer = {
  /** The case's own, with the triggers of every case among its triggers (withShared). */
  script: InterviewerScript;
  triggers: ReadonlyMap<string, Trigger>;
  /** The rubric's: what may be asked where no trigger is ready. */
  points: readonly Point[];
  concepts: ConceptIndex;
  /** The facts in the script's order, then the asides. */
  facts: IntentModel;
  /** Logits of the facts in the script's order, then of all asides as one. */
  classifyFact: Classifier;
  /** The topics, then the asides. */
  topics: IntentModel;
  /** Targets are the twists: the sentences that show an adapted design. */
  twists: Bank;
};

/** All asides together are one "none", and count as much as so many facts. */
const NONE_COUNTS_AS = 4;

function factIntent(fact: Fact): Intent {
  const asked = [fact.question, ...fact.askedAs].map((text) => ({ text, share: 1 }));
  return {
    id: fact.id,
    phrases: [
      ...asked,
      ...fact.aliases.map((forms) => ({ text: forms.join(", "), share: 1.5 })),
      { text: fact.answer, share: 0.7 },
      { text: fact.ifNeverAsked, share: 0.4 },
    ],
  };
}

/** Learns from the same phrases; an alias is a short question of its own. */
function factClassifier(facts: readonly Fact[], concepts: ConceptIndex): Classifier {
  const examples = facts.flatMap((fact, intent) => [
    ...[fact.question, ...fact.askedAs].map((text) => ({ text, intent, share: 1 })),
    ...fact.aliases.flat().map((text) => ({ text, intent, share: 0.5 })),
    { text: fact.answer, intent, share: 0.5 },
    { text: fact.ifNeverAsked, intent, share: 0.2 },
  ]);
  const asides = asideIntents(facts.map(({ id }) => id)).flatMap(({ phrases }) => phrases);
  const perFact = examples.reduce((sum, { share }) => sum + share, 0) / Math.max(1, facts.length);
  const share = (NONE_COUNTS_AS * perFact) / Math.max(1, asides.length);
  const none = asides.map(({ text }) => ({ text, intent: facts.length, share }));
  return trainClassifier([...examples, ...none], facts.length + 1, concepts);
}

function topicIntents(facts: readonly Fact[]): Intent[] {
  return TOPICS.map((topic) => {
    const own = facts.filter((fact) => fact.topic === topic);
    const asked = own.flatMap((fact) => [fact.question, ...fact.askedAs]).map((text) => ({ text, share: 1 }));
    return { id: topic, phrases: [{ text: TOPIC_WORDS[topic], share: 4 }, ...asked] };
  });
}

export function prepareInterviewer(
  script: InterviewerScript,
  lexicon: Lexicon,
  { points = [], words = {} }: { points?: readonly Point[]; words?: SharedScript["words"] } = {},
): PreparedInterviewer {
  const shared = lexiconGroups(lexicon);
  const aliases: ConceptGroup[] = script.facts.flatMap((fact) =>
    fact.aliases.map((forms, i) => ({ id: `${fact.id}/${i}`, forms })),
  );
  const concepts = compileConcepts(shared);
  const asides = asideIntents(script.facts.map(({ id }) => id));
  const asked = compileConcepts([...shared, ...lexiconGroups(words), ...QUESTION_FORMS, ...aliases]);
  return {
    script,
    triggers: new Map(script.triggers.map((trigger) => [trigger.id, trigger])),
    points,
    concepts,
    facts: createIntentModel([...script.facts.map(factIntent), ...asides], asked),
    classifyFact: factClassifier(script.facts, asked),
    topics: createIntentModel([...topicIntents(script.facts), ...asides], asked),
    twists: createBank({
      targets: script.twists.map((twist) => ({
        id: twist.id,
        references: twist.adaptedBy,
        hints: [{ text: twist.change, share: 0.5 }],
      })),
      concepts,
      echoes: script.twists.map((twist) => twist.announce),
    }),
  };
}
