/** What a query was understood as, in sentences and in parts that can be drawn. */
import { formatCount, formatMany } from "@/components/lab/format";
import type { QueryToken, Understanding } from "@/lib/pipeline/product-search/trace";

export const ROLE_LABELS: Record<NonNullable<QueryToken["role"]>, string> = {
  brand: "brand",
  type: "type of product",
  attribute: "attribute",
  model: "model number",
};

export const INTENT_LABELS: Record<Understanding["intent"], string> = {
  model: "one model",
  brand: "a brand",
  type: "a type of product",
  category: "a category",
  gift: "a gift",
  open: "nothing that the dictionary knows",
};

/** The words as searched, beside those typed: `corrected` differs where a word was replaced. */
export function readWords({
  tokens,
  correctedText,
}: Understanding): { token: QueryToken; corrected: string }[] {
  const corrected = correctedText?.split(" ") ?? [];
  return tokens.map((token, at) => ({ token, corrected: corrected[at] ?? token.word }));
}

/** What became of one word: "1 letter off; in 1,204 titles". */
export function describeToken({ status, edits, documents }: QueryToken): string {
  if (status === "unknown") return "in no title";
  const titles = `in ${formatMany(documents, "title")}`;
  return status === "corrected" ? `${formatMany(edits, "edit")} away, ${titles}` : titles;
}

/** Other words for it; some sessions only leave the word out. */
export const synonymsOf = ({ synonyms }: QueryToken): string[] =>
  [...new Set(synonyms.map(({ term }) => term.trim()))].filter(Boolean);

/** "corrected bottel to bottle, and added 3 other words". */
export function describeUnderstood(understanding: Understanding): string {
  const words = readWords(understanding);
  const corrections = words
    .filter(({ token }) => token.status === "corrected")
    .map(({ token, corrected }) => `“${token.word}” to “${corrected}”`);
  const unknown = words
    .filter(({ token }) => token.status === "unknown")
    .map(({ token }) => `“${token.word}”`);
  const synonyms = words.reduce((sum, { token }) => sum + synonymsOf(token).length, 0);
  const parts = [
    words.length === 0 ? "Nothing to search was left of the text." : "",
    corrections.length > 0 ? `Corrected ${corrections.join(" and ")}.` : "",
    unknown.length > 0 ? `No title has ${unknown.join(" or ")}.` : "",
    synonyms > 0 ? `Added ${formatMany(synonyms, "synonym")}.` : "",
    words.length > 0 ? `It asks for ${INTENT_LABELS[understanding.intent]}.` : "",
  ];
  return parts.filter(Boolean).join(" ");
}

/** "Kitchen 72 %, Garden 11 %": where clicks on such words go. */
export const describeCategories = ({ categories }: Understanding): string =>
  categories
    .filter(({ share }) => share >= 0.005)
    .map(({ name, share }) => `${name} ${formatCount(Math.round(share * 100))} %`)
    .join(", ");
