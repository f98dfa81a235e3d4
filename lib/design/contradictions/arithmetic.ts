/** Products that an answer writes out: "10M x 256 x 4 = 10.2 GB". Brackets, powers and sums are left alone. */
import { isNear } from "./numbers";
import type { Quantity } from "./quantities";
import type { Reading, Sentence } from "./reading";

export type Sum = {
  sentence: Sentence;
  /** Tokens [from, equals) are the left side. */
  from: number;
  equals: number;
  product: number;
  /** `isRate`: written per second, where the left side may still be per day. */
  result: Quantity & { isRate: boolean };
};

const TIMES = /^(?:\s*[\p{L}'-]+){0,3}?\s*(?:x|×|·|\*|times)\s*$/iu;
const DIVIDED = /^(?:\s*[\p{L}'-]+){0,3}?\s*(?:\/|÷|divided by)\s*$/iu;
const EQUALS = /^(?:\s*[\p{L}'-]+){0,3}?\s*(?:=|≈|=~)\s*(?:about|roughly|some|around|~)?\s*$/iu;
/** In words only a product is one: "0.4 / 21 is rarely seen" is none. */
const COMES_TO =
  /^(?:\s*[\p{L}'-]+){0,3}?\s*(?:is|are|gives?|makes?)\s*(?:about|roughly|some|around|~)?\s*$/iu;

const between = (sentence: Sentence, left: Quantity, right: Quantity): string =>
  sentence.text.slice(sentence.tokens[left.to - 1]?.end, sentence.tokens[right.from]?.start);

/** The longest product that ends right before the result at `index`. */
function productBefore(
  sentence: Sentence,
  index: number,
): { from: number; product: number; factors: number; hasDivision: boolean } | null {
  const { quantities } = sentence;
  let at = index - 1;
  const last = quantities[at];
  if (!last) return null;
  const factors = [{ ...last, isDivisor: false }];
  for (; at > 0; at--) {
    const [left, right] = [quantities[at - 1], quantities[at]];
    if (!left || !right) break;
    const sign = between(sentence, left, right);
    const isDivision = DIVIDED.test(sign);
    if (!isDivision && !TIMES.test(sign)) break;
    const first = factors[0];
    if (first) first.isDivisor = isDivision;
    factors.unshift({ ...left, isDivisor: false });
  }
  // "10/15/30" is a list.
  if (factors.filter(({ isDivisor }) => isDivisor).length > 1) return null;
  // A result without its unit may be in any: "1,000 x 20 µs = 20".
  const hasUnit = factors.some(
    ({ kind, isDivisor }) => !isDivisor && (kind === "seconds" || kind === "bytes"),
  );
  if (hasUnit && quantities[index]?.kind === "count") return null;
  const product = factors.reduce((sum, { value, isDivisor }) => (isDivisor ? sum / value : sum * value), 1);
  return {
    from: quantities[at]?.from ?? last.from,
    product,
    factors: factors.length,
    hasDivision: factors.some(({ isDivisor }) => isDivisor),
  };
}

/** Whether something before the left side still belongs to it: "(…)", "+", "^". */
function isPartOfMore(sentence: Sentence, from: number, to: number): boolean {
  const { text, tokens, segment } = sentence;
  const before = text.slice(tokens[from - 1]?.end ?? segment.start, tokens[from]?.start);
  const inside = text.slice(tokens[from]?.start, tokens[to - 1]?.end);
  return /[-+^(/x×*]\s*$/iu.test(before) || /[\^()+²³]/u.test(inside) || tokens[from - 1]?.word === "x";
}

function sumAt(sentence: Sentence, index: number): Sum | null {
  const { quantities } = sentence;
  const [left, result] = [quantities[index - 1], quantities[index]];
  if (!left || !result) return null;
  const sign = between(sentence, left, result);
  const product = EQUALS.test(sign) || COMES_TO.test(sign) ? productBefore(sentence, index) : null;
  if (!product || (product.hasDivision && !EQUALS.test(sign))) return null;
  if (product.factors < 2 || isPartOfMore(sentence, product.from, result.from)) return null;
  const isRate = result.kind === "rate" || isNear(sentence, "rate", result, 0, 4);
  return {
    sentence,
    from: product.from,
    equals: left.to,
    product: product.product,
    result: { ...result, isRate },
  };
}

export const sumsOf = (reading: Reading): Sum[] =>
  reading.sentences.flatMap((sentence) =>
    sentence.quantities.flatMap((_, index) => sumAt(sentence, index) ?? []),
  );
