/**
 * Finds what does not go together in one interview. A finding is a question to the candidate with both places; it
 * takes no points (content/decisions/0029-findings-ask-they-do-not-punish.md).
 */
import type { Lexicon } from "@/lib/content/schemas/case";
import { type ConceptIndex, compileConcepts } from "@/lib/grading/text/concepts";
import type { Finding } from "@/lib/interview/finding";
import type { DesignSources } from "../sources";
import { ALL_RULES } from "./all-rules";
import { isBroughtUp, pairOf, sightings } from "./match";
import { NUMBER_GROUPS } from "./number-groups";
import { type Reading, readDesign } from "./reading";
import type { Evidence, Pair, Rule, WordRule } from "./rule";

/** The forms of all rules, ready for reading; made once per lexicon. */
export type PreparedRules = { forms: ConceptIndex; rules: readonly Rule[] };

const withIt = (group: string, it: string): string => group.replaceAll("$", it);

function evidenceFor(evidence: Evidence, it: string): Evidence {
  if ("decides" in evidence) return evidence;
  if ("told" in evidence) return { ...evidence, told: evidence.told.map((group) => withIt(group, it)) };
  return { ...evidence, says: evidence.says.map((group) => withIt(group, it)) };
}

/** A rule for each of the things that it holds for. */
function spread(rule: Rule): Rule[] {
  if (!("between" in rule) || !rule.each) return [rule];
  return Object.entries(rule.each).map(([name, forms]): WordRule => {
    const side = (list: readonly Evidence[]) => list.map((evidence) => evidenceFor(evidence, forms));
    return {
      ...rule,
      between: [side(rule.between[0]), side(rule.between[1])],
      unless: side(rule.unless ?? []),
      statement: rule.statement.replaceAll("{it}", name),
      question: rule.question.replaceAll("{it}", name),
    };
  });
}

function groupsOf(rule: Rule): string[] {
  if (!("between" in rule)) return [];
  return [...rule.between.flat(), ...(rule.unless ?? [])].flatMap((evidence) => {
    if ("decides" in evidence) return [];
    if ("told" in evidence) return [...evidence.told];
    return [...evidence.says, ...(evidence.not ? [evidence.not] : [])];
  });
}

/** "split|@two-tower" -> its forms; an id that the lexicon lacks is a mistake in a rule. */
function formsOf(group: string, lexicon: Lexicon): string[] {
  return group.split("|").flatMap((form) => {
    if (!form.startsWith("@")) return [form];
    const forms = lexicon[form.slice(1)];
    if (!forms) throw new Error(`no concept ${form} in the lexicon`);
    return forms;
  });
}

export function prepareRules(lexicon: Lexicon, rules: readonly Rule[] = ALL_RULES): PreparedRules {
  const all = rules.flatMap(spread);
  const groups = new Set([...all.flatMap(groupsOf), ...Object.values(NUMBER_GROUPS)]);
  const forms = compileConcepts([...groups].map((id) => ({ id, forms: formsOf(id, lexicon) })));
  return { forms, rules: all };
}

function applies(rule: WordRule, reading: Reading): Pair | null {
  if (rule.unless?.some((evidence) => isBroughtUp(reading, evidence))) return null;
  const first = rule.between[0].flatMap((evidence) => sightings(reading, evidence));
  if (first.length === 0) return null;
  const second = rule.between[1].flatMap((evidence) => sightings(reading, evidence));
  const places = pairOf(first, second);
  return places && { places };
}

const fill = (sentence: string, detail: Pair["detail"]): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => detail?.[name] ?? "");

/** The findings of one interview, in the order of the rules; of each rule at most one. */
export function findContradictions({ forms, rules }: PreparedRules, sources: DesignSources): Finding[] {
  const reading = readDesign(sources, forms);
  const found = new Map<string, Finding>();
  for (const rule of rules) {
    if (found.has(rule.id) || (rule.worlds && !rule.worlds.includes(sources.world))) continue;
    const pair = "find" in rule ? rule.find(reading) : applies(rule, reading);
    if (!pair) continue;
    const { id, stage, chapter } = rule;
    found.set(id, {
      id,
      source: "contradiction",
      stage,
      statement: fill(rule.statement, pair.detail),
      question: fill(rule.question, pair.detail),
      chapter,
      places: pair.places,
    });
  }
  return [...found.values()];
}
