/**
 * Which words of a sentence propose something. "A random split would leak, so we split by time" proposes one split and
 * discusses another; only what is proposed can contradict. In doubt a word does not propose: a finding that is wrong
 * costs more trust than one that is missed. What denies what is the grader's reading of negation.
 */
import { negatedTokens } from "@/lib/grading/alignment/negation";
import type { Segment } from "@/lib/grading/text/segments";
import type { Token } from "@/lib/grading/text/tokens";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Words that weigh an option up, mostly against it: in such a sentence nothing counts as proposed. */
const CRITICISM = words(
  "leak leaks leaking leaked mistake mistakes wrong naive naively tempting avoid avoids avoiding misleading mislead " +
    "misleads dangerous trap pitfall fool fools cheat cheats harmful useless meaningless overestimate overestimates " +
    "underestimates inflate inflates distort distorts punish punishes punished worthless unfair fails fail worse " +
    "lose loses reject rejected ruled forbidden otherwise prefer wouldn shouldn poor optimistic hopeless inadequate " +
    "insufficient contaminate contaminates flawed suffers weakness drawback downside danger hurts breaks",
);
/** What is there already, or is only there to be beaten. */
const PRESENT = words("today currently legacy baseline yardstick predecessor");
const EARLIER = words("existing present current old previous");
const SYSTEM = words(
  "system model feed ranker ranking list approach setup pipeline production one page algorithm",
);
const COMPARISON = words(
  "than unlike versus vs against beats beat replace replaces replacing replaced instead",
);
const HYPOTHETICAL = words("could might would");
const FIRST_PERSON = words("i we");
const CONDITION = words("if unless suppose assuming whether");
const TURN = words("but however yet though although that this it which");
const CLAUSE_WORDS = words("because since so but while whereas although which");
const COMPARED_WITHIN = 5;
const SUBJECT_WITHIN = 3;

/** For each token the number of its clause. */
export function clausesOf(text: string, tokens: readonly Token[]): number[] {
  let clause = 0;
  return tokens.map((token, at) => {
    const gap = at === 0 ? "" : text.slice(tokens[at - 1]?.end ?? token.start, token.start);
    if (at > 0 && (/[,;:()\u2013\u2014]/.test(gap) || CLAUSE_WORDS.has(token.word))) clause += 1;
    return clause;
  });
}

const TOO = words("slow late old stale expensive costly long coarse noisy much heavy");

/** "is too slow", "rules out", "stands on both sides", "cannot": two words that turn something down together. */
function turnsDown(first: string, second: string): boolean {
  if (first === "too") return TOO.has(second);
  if (first === "rule" || first === "rules") return second === "out";
  if (first === "both") return second === "sides";
  return first === "can" && second === "not";
}

const isCritical = (tokens: readonly Token[]): boolean =>
  tokens.some(({ word }, at) => CRITICISM.has(word) || turnsDown(tokens[at - 1]?.word ?? "", word));

const isOfPresentSystem = (tokens: readonly Token[]): boolean =>
  tokens.some(({ word }, at) => {
    const following = tokens.slice(at + 1, at + 3);
    return PRESENT.has(word) || (EARLIER.has(word) && following.some((next) => SYSTEM.has(next.word)));
  });

/** "The objective would be ..." is how a plan is put politely. */
const PLANNED = words("objective goal metric label target loss aim kpi");

/** "would" is a plan after "I" or "we", and a thought after anything else; "could" and "might" are always thoughts. */
function isThought(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.word ?? "";
  if (!HYPOTHETICAL.has(word)) return false;
  if (word !== "would") return true;
  if (tokens[at + 1]?.word === "be" && PLANNED.has(tokens[at - 1]?.word ?? "")) return false;
  return !tokens.slice(Math.max(0, at - SUBJECT_WITHIN), at).some((token) => FIRST_PERSON.has(token.word));
}

/** Clauses that only imagine: all of the sentence around an impersonal "would", but for clauses of "I" and "we". */
function imaginedClauses(tokens: readonly Token[], clauses: readonly number[]): ReadonlySet<number> {
  const imagined = new Set<number>();
  const thoughts = tokens.flatMap((_, at) => (isThought(tokens, at) ? [clauses[at] ?? 0] : []));
  tokens.forEach(({ word }, at) => {
    if (CONDITION.has(word)) imagined.add(clauses[at] ?? 0);
  });
  const own = new Set(tokens.flatMap(({ word }, at) => (FIRST_PERSON.has(word) ? [clauses[at] ?? 0] : [])));
  // "With rows shuffled, the test praises memory" describes; "with rows shuffled, we ..." proposes.
  if (tokens[0]?.word === "with" && own.size === 0 && (clauses.at(-1) ?? 0) > 0) imagined.add(0);
  if (thoughts.length === 0) return imagined;
  for (const clause of clauses) if (!own.has(clause)) imagined.add(clause);
  for (const clause of thoughts) imagined.add(clause);
  return imagined;
}

const FINITE = words("is are was were do does did will can");

/** Whether the clause goes on to deny its subject: "a nightly list | is not enough". */
function isDeniedLater(tokens: readonly Token[], clauses: readonly number[], at: number): boolean {
  return tokens.some(
    ({ word }, later) =>
      later > at &&
      word === "not" &&
      clauses[later] === clauses[at] &&
      FINITE.has(tokens[later - 1]?.word ?? ""),
  );
}

/** "... splits the rows at random. But that leaks." */
function isTurnedDown(next: Segment | undefined, block: number): boolean {
  const first = next?.tokens[0]?.word ?? "";
  return next !== undefined && next.block === block && TURN.has(first) && isCritical(next.tokens);
}

/** For each token: whether it stands in something that the candidate proposes, and whether it is denied. */
export type Stance = { proposed: readonly boolean[]; denied: readonly boolean[] };

function proposesNothing(text: string, segment: Segment, next: Segment | undefined): boolean {
  const { tokens, kind, start, end, block } = segment;
  if (kind === "heading" || text.slice(start, end).trimEnd().endsWith("?")) return true;
  return isCritical(tokens) || isTurnedDown(next, block) || isOfPresentSystem(tokens);
}

export function stanceOf(text: string, segment: Segment, next: Segment | undefined): Stance {
  const { tokens } = segment;
  const denied = negatedTokens(text, tokens);
  if (proposesNothing(text, segment, next)) return { proposed: tokens.map(() => false), denied };
  const clauses = clausesOf(text, tokens);
  const imagined = imaginedClauses(tokens, clauses);
  const proposed = tokens.map((_, at) => {
    const before = tokens.slice(Math.max(0, at - COMPARED_WITHIN), at);
    const isCompared = before.some(({ word }) => COMPARISON.has(word));
    const isDenied = denied[at] || isDeniedLater(tokens, clauses, at);
    return !(isDenied || isCompared || imagined.has(clauses[at] ?? 0));
  });
  return { proposed, denied };
}
