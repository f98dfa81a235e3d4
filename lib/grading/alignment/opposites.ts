/**
 * Pairs of words that turn a statement round when one stands for the other, and where two texts use them against each
 * other: "more air resistance" beside "less air resistance", "yes" beside "no".
 */
import type { Token } from "@/lib/grading/text/tokens";

const OPPOSITES: readonly (readonly [string, string])[] = [
  ["before", "after"],
  ["more", "less"],
  ["more", "fewer"],
  ["most", "least"],
  ["higher", "lower"],
  ["high", "low"],
  ["highest", "lowest"],
  ["increase", "decrease"],
  ["increases", "decreases"],
  ["increased", "decreased"],
  ["increasing", "decreasing"],
  ["always", "never"],
  ["faster", "slower"],
  ["fast", "slow"],
  ["quickly", "slowly"],
  ["same", "different"],
  ["up", "down"],
  ["include", "exclude"],
  ["past", "future"],
  ["earlier", "later"],
  ["rise", "fall"],
  ["rises", "falls"],
  ["larger", "smaller"],
  ["bigger", "smaller"],
  ["greater", "smaller"],
  ["big", "small"],
  ["large", "small"],
  ["longer", "shorter"],
  ["long", "short"],
  ["hot", "cold"],
  ["hotter", "colder"],
  ["warmer", "cooler"],
  ["heavier", "lighter"],
  ["heavy", "light"],
  ["open", "closed"],
  ["complete", "incomplete"],
  ["positive", "negative"],
  ["first", "last"],
  ["inside", "outside"],
  ["best", "worst"],
  ["better", "worse"],
  ["easier", "harder"],
  ["strong", "weak"],
  ["stronger", "weaker"],
  ["attract", "repel"],
  ["gain", "lose"],
  ["gains", "loses"],
  ["minimum", "maximum"],
  ["upper", "lower"],
  ["left", "right"],
  ["with", "without"],
];

/** Number of opposites that are swapped between two sets of words: one has only the first, the other only the second. */
export function swappedOpposites(reference: ReadonlySet<string>, answer: ReadonlySet<string>): number {
  let swapped = 0;
  for (const [a, b] of OPPOSITES) {
    const first = reference.has(a) && !reference.has(b) && answer.has(b) && !answer.has(a);
    const second = reference.has(b) && !reference.has(a) && answer.has(a) && !answer.has(b);
    if (first || second) swapped++;
  }
  return swapped;
}

const opposedTo = new Map<string, Set<string>>();
for (const [a, b] of OPPOSITES) {
  opposedTo.set(a, (opposedTo.get(a) ?? new Set()).add(b));
  opposedTo.set(b, (opposedTo.get(b) ?? new Set()).add(a));
}

/** Content words within this many places of a direction word are what it speaks of. */
const REACH = 3;

/** For each word that has an opposite the stems of the nearest content word on either side. */
function directionsIn(tokens: readonly Token[]): Map<string, Set<string>> {
  const directions = new Map<string, Set<string>>();
  tokens.forEach((token, i) => {
    if (!opposedTo.has(token.word)) return;
    const heads = directions.get(token.word) ?? new Set<string>();
    const isContent = (other: Token | undefined) =>
      other !== undefined && !other.isFunction && !opposedTo.has(other.word);
    const after = tokens.slice(i + 1, i + 1 + REACH).find(isContent);
    const before = tokens.slice(Math.max(0, i - REACH), i).findLast(isContent);
    const named = [after, before].flatMap((head) => head ?? []);
    for (const head of named.length > 0 ? named : [tokens[i + 1] ?? tokens[i - 1]])
      if (head) heads.add(head.stem);
    directions.set(token.word, heads);
  });
  return directions;
}

/** Whether a text says the opposite of the same thing somewhere ("less resistance" for "more resistance"). */
export function saysOpposite(reference: readonly Token[], answer: readonly Token[]): boolean {
  const [wanted, found] = [directionsIn(reference), directionsIn(answer)];
  for (const [word, heads] of found) {
    const agreeing = wanted.get(word);
    const open = [...heads].filter((head) => !agreeing?.has(head));
    for (const other of opposedTo.get(word) ?? []) {
      const [opposed, own] = [wanted.get(other), found.get(other)];
      if (open.some((head) => opposed?.has(head) && !own?.has(head))) return true;
    }
  }
  return isOpposed(reference[0]?.word, answer[0]?.word);
}

/** "Yes, ..." beside "No, ...". */
const isOpposed = (a: string | undefined, b: string | undefined) =>
  (a === "yes" && b === "no") ||
  (a === "no" && b === "yes") ||
  (a === "true" && b === "false") ||
  (a === "false" && b === "true");

const MIN_SWAP_WORDS = 4;

/**
 * Whether two words of a sequence have changed places and all others stayed: "the heart needs oxygen, so the muscles pump"
 * for "the muscles need oxygen, so the heart pumps". Neighbours that change places, or whole clauses, change no role.
 * Only words that occur once on either side have a role to compare.
 */
export function rolesAreSwapped(reference: readonly number[], answer: readonly number[]): boolean {
  const isOnce = (type: number, sequence: readonly number[]) =>
    sequence.indexOf(type) >= 0 && sequence.indexOf(type) === sequence.lastIndexOf(type);
  const isShared = (type: number) => isOnce(type, reference) && isOnce(type, answer);
  const [wanted, found] = [reference.filter(isShared), answer.filter(isShared)];
  if (found.length < MIN_SWAP_WORDS) return false;
  const moved = found.flatMap((type, i) => (type === wanted[i] ? [] : [i]));
  const [first = 0, second = 0] = moved;
  return moved.length === 2 && second - first >= 2;
}
