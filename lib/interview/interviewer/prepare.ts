/** Everything about a script that does not depend on an interview: prepared once per case. */
import type { Lexicon } from "@/lib/content/schemas/case";
import type { Fact, InterviewerScript } from "@/lib/content/schemas/interviewer";
import { type Bank, createBank, type TargetSource } from "@/lib/grading/alignment/bank";
import {
  type ConceptGroup,
  type ConceptIndex,
  compileConcepts,
  lexiconGroups,
} from "@/lib/grading/text/concepts";
import { TOPIC_WORDS } from "./topics";

export type PreparedInterviewer = {
  script: InterviewerScript;
  concepts: ConceptIndex;
  /** Targets are the facts, in the script's order. */
  facts: Bank;
  /** Targets are the topics. */
  topics: Bank;
  /** Targets are the twists: the sentences that show an adapted design. */
  twists: Bank;
};

const factSource = (fact: Fact): TargetSource => ({
  id: fact.id,
  references: [fact.question, ...fact.askedAs],
  hints: [
    { text: fact.aliases.flat().join(", "), share: 1 },
    { text: fact.answer, share: 0.35 },
  ],
});

function topicSources(facts: readonly Fact[]): TargetSource[] {
  return Object.entries(TOPIC_WORDS).map(([topic, words]) => {
    const own = facts.filter((fact) => fact.topic === topic);
    return { id: topic, references: [words, ...own.flatMap((fact) => [fact.question, ...fact.askedAs])] };
  });
}

export function prepareInterviewer(script: InterviewerScript, lexicon: Lexicon): PreparedInterviewer {
  const shared = lexiconGroups(lexicon);
  const aliases: ConceptGroup[] = script.facts.flatMap((fact) =>
    fact.aliases.map((forms, i) => ({ id: `${fact.id}/${i}`, forms })),
  );
  const concepts = compileConcepts(shared);
  const asked = compileConcepts([...shared, ...aliases]);
  return {
    script,
    concepts,
    facts: createBank({ targets: script.facts.map(factSource), concepts: asked }),
    topics: createBank({ targets: topicSources(script.facts), concepts: asked }),
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
