/**
 * How often neighbouring words stand in an order that English hardly allows ("the of", "we is", "a videos"). Needs
 * no reference and no language model: of real sentences about 1 % hold one such pair, of shuffled ones nearly all.
 */
import type { Token } from "@/lib/grading/text/tokens";

const CLASSES: Record<string, readonly string[]> = {
  determiner: ["the", "a", "an", "our", "their", "my", "your", "every"],
  preposition: [
    "of",
    "from",
    "into",
    "with",
    "at",
    "by",
    "for",
    "per",
    "in",
    "on",
    "between",
    "without",
    "during",
  ],
  to: ["to"],
  subject: ["i", "we", "they", "he", "she"],
  modal: ["will", "would", "should", "could", "must", "can", "may"],
  copula: ["is", "are", "was", "were", "am"],
  auxiliary: ["has", "have", "had", "does", "did"],
  coordinator: ["and", "or", "but"],
  subordinator: ["because", "than"],
  not: ["not"],
  it: ["it"],
};

/** Which class can hardly follow which, inside one clause. */
const FORBIDDEN: Record<string, readonly string[]> = {
  determiner: [
    "determiner",
    "preposition",
    "to",
    "subject",
    "modal",
    "copula",
    "auxiliary",
    "coordinator",
    "subordinator",
    "not",
    "it",
  ],
  preposition: ["coordinator", "subordinator", "subject"],
  to: ["copula", "modal", "coordinator", "subordinator", "to", "subject", "preposition"],
  subject: ["determiner", "preposition", "to", "subject", "coordinator", "subordinator", "it"],
  modal: ["determiner", "preposition", "to", "copula", "modal", "coordinator", "subordinator"],
  copula: ["copula", "modal", "coordinator", "auxiliary"],
  auxiliary: ["copula", "modal", "coordinator"],
  coordinator: ["coordinator", "subordinator"],
  subordinator: ["coordinator", "subordinator", "copula", "modal"],
  not: ["modal", "copula", "subject", "coordinator"],
};

const classOf = new Map(
  Object.entries(CLASSES).flatMap(([name, words]) => words.map((word) => [word, name] as const)),
);

const NEVER_LAST = new Set(["determiner", "subject", "coordinator", "subordinator"]);
/** Capitalised inside a sentence, these show that it was put together from pieces of others. */
const STARTERS = new Set(
  "the a an to for in on with of and we it is each every one because when if as besides there such by at this these from".split(
    " ",
  ),
);

const isPlural = (word: string) =>
  /[^siu]s$/.test(word) &&
  !/^(?:always|perhaps|sometimes|news|series|gas|bias|canvas|lens|atlas|chaos|less|across|as|its|has|was|does|plus|us)$/.test(
    word,
  );
const isNoun = (word: string) => /(?:tion|ment|ness|ity|ing)$/.test(word);

/** A content word whose form does not go with the function word before it. */
function clashes(a: string, b: Token): boolean {
  if (b.isFunction || b.isNumber) return false;
  if (a === "a" || a === "an") {
    if (isPlural(b.word) && !b.word.endsWith("ous")) return true;
    const opensWithVowel = /^[aeio]/.test(b.word) && !/^(?:eu|one|once)/.test(b.word);
    return b.word.length > 3 && (a === "a" ? opensWithVowel : /^[bcdgjkpqtvwyz]/.test(b.word));
  }
  const name = classOf.get(a);
  if (name === "subject") return isNoun(b.word) || (a !== "he" && a !== "she" && isPlural(b.word));
  if (name === "modal") return isNoun(b.word) || /[^e]ed$/.test(b.word);
  return false;
}

/** A slash, hyphen or ampersand ties a word to its neighbour: `A/B`, `in-batch`. */
const TIED = /[/&-]/;
const PUNCTUATION = /[,.;:()"'|>\u2013\u2014/-]/;

export type WordOrder = { oddPairs: number; oddShare: number };

function isOddAt(text: string, tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (!token) return false;
  const own = classOf.get(token.word);
  if (!next) return NEVER_LAST.has(own ?? "");
  const gap = text.slice(token.end, next.start);
  if (!PUNCTUATION.test(gap) && !TIED.test(text[next.end] ?? "")) {
    const isQuestion = i <= 1 && (own === "modal" || own === "auxiliary");
    const isSplitWord = next.word === "to" && (token.word === "in" || token.word === "on");
    if (!isQuestion && !isSplitWord && FORBIDDEN[own ?? ""]?.includes(classOf.get(next.word) ?? "-"))
      return true;
    if (clashes(token.word, next)) return true;
  }
  const before = tokens[i - 1] ? text.slice(tokens[i - 1]?.end, token.start) : ".";
  return (
    /^\s+$/.test(before) &&
    STARTERS.has(token.word) &&
    /^\p{Lu}\p{Ll}/u.test(text.slice(token.start, token.end))
  );
}

/** Counts impossible neighbours; `text` is what the tokens' offsets point into. */
export function wordOrder(text: string, tokens: readonly Token[]): WordOrder {
  let odd = 0;
  let functions = 0;
  tokens.forEach((token, i) => {
    if (!token.isFunction || TIED.test(text[token.end] ?? "") || TIED.test(text[token.start - 1] ?? ""))
      return;
    functions++;
    if (isOddAt(text, tokens, i)) odd++;
  });
  return { oddPairs: odd, oddShare: functions > 0 ? odd / functions : 0 };
}
