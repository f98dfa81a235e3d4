/** The understood query in words, for the page. */
import type { Found } from "./dictionary";
import type { SearchRequest } from "./request";
import type { TextIndex } from "./text-index";
import type { QueryToken, Understanding } from "./trace";
import { type Linguist, likelyCategories, titlesWith, type UnderstoodToken } from "./understand";

const CATEGORIES_SHOWN = 3;
const GIFT_WORDS = new Set(["gift", "gifts", "present", "presents"]);
/** A model number stands in few titles. */
const MODEL_TITLES = 60;
const CLEAR_CATEGORY = 0.5;

const wordsByStem = new WeakMap<TextIndex, readonly string[]>();

/** The word of the titles that most often stands for a stem: what a reader is shown of it. */
function readableStem(index: TextIndex, stem: number): string {
  let words = wordsByStem.get(index);
  if (!words) {
    const best: number[] = [];
    index.words.terms.forEach((word, number) => {
      const own = index.find(word);
      const known = best[own];
      if (own >= 0 && (known === undefined || titlesOf(index, number) > titlesOf(index, known)))
        best[own] = number;
    });
    words = best.map((number) => index.words.terms[number] ?? "");
    wordsByStem.set(index, words);
  }
  return words[stem] ?? index.stems.terms[stem] ?? "";
}

const titlesOf = ({ wordTitles }: TextIndex, word: number): number => wordTitles[word] ?? 0;

const isModelNumber = ({ word }: UnderstoodToken, titles: number) =>
  /\d/.test(word) && /[a-z]/.test(word) && titles > 0 && titles <= MODEL_TITLES;

function roleOf(
  token: UnderstoodToken,
  at: number,
  found: readonly Found[],
  titles: number,
): QueryToken["role"] {
  const entry = found.find((other) => at >= other.at && at < other.at + other.length);
  if (entry) return entry.field === "brand" || entry.field === "type" ? entry.field : "attribute";
  return isModelNumber(token, titles) ? "model" : null;
}

function describeToken(
  linguist: Linguist,
  { understood }: SearchRequest,
  token: UnderstoodToken,
  at: number,
): QueryToken {
  const { index } = linguist;
  const documents = token.term < 0 ? 0 : titlesWith(index, token.term);
  return {
    word: token.word,
    term: index.stems.terms[token.term] ?? token.corrected,
    status: token.edits > 0 ? "corrected" : token.term < 0 ? "unknown" : "known",
    edits: token.edits,
    documents,
    idf: index.title.idf(token.term),
    synonyms: understood.expansions
      .filter((expansion) => expansion.at === at)
      .map(({ terms, weight }) => ({
        term: terms.map((term) => readableStem(index, term)).join(" "),
        weight,
        documents: Math.min(...terms.map((term) => (term < 0 ? 0 : titlesWith(index, term)))),
      })),
    role: roleOf(token, at, understood.found, documents),
  };
}

function intentOf(
  tokens: readonly QueryToken[],
  found: readonly Found[],
  topShare: number,
): Understanding["intent"] {
  if (tokens.some(({ role }) => role === "model")) return "model";
  if (tokens.some(({ word }) => GIFT_WORDS.has(word))) return "gift";
  if (found.some(({ field }) => field === "brand")) return "brand";
  if (found.some(({ field }) => field === "type")) return "type";
  return topShare >= CLEAR_CATEGORY ? "category" : "open";
}

export function describeUnderstanding(linguist: Linguist, request: SearchRequest): Understanding {
  const { tokens, found, categoryShares } = request.understood;
  const described = tokens.map((token, at) => describeToken(linguist, request, token, at));
  const categories = tokens.length > 0 ? likelyCategories(categoryShares, CATEGORIES_SHOWN) : [];
  const nameIn = (field: Found["field"]) => found.find((entry) => entry.field === field)?.name ?? null;
  return {
    tokens: described,
    brand: nameIn("brand"),
    type: nameIn("type"),
    attributes: found
      .filter(({ field }) => field !== "brand" && field !== "type")
      .map(({ field, name }) => ({ name: field, value: name })),
    categories,
    intent: intentOf(described, found, categories[0]?.share ?? 0),
    correctedText: tokens.some(({ edits }) => edits > 0)
      ? tokens.map(({ corrected }) => corrected).join(" ")
      : null,
  };
}
