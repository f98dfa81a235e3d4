/**
 * Is this a sentence or a list of keywords? Lists come bare ("A, B, C"), one term a line, glued ("the A and the B and the
 * C") or inside a frame ("We use A, B, C, D and E"). A reference that lists things itself may be met by a list.
 */
import type { Reference } from "@/lib/grading/alignment/bank";
import { LIST_JOINERS, listShape } from "@/lib/grading/alignment/order";
import type { AnswerSegment, Window } from "@/lib/grading/alignment/windows";
import type { Token } from "@/lib/grading/text/tokens";

const MIN_LIST_WORDS = 4;
/** From so many content words on a line without any function word is a list even without commas. */
const MANY_WORDS = 5;
/** A reference of so many different words can not be met by a fragment; a shorter one may be. */
const LONG_REFERENCE = 5;

const MANY_NUMBERS = 0.25;
const OPERATOR = /[=+\u00d7*<>|\u2248~\u2192]| [x/-] /g;

/** A line of figures joined by operators ("gateway 10 + features 15 = 25 ms") is a calculation, not a list. */
const isCalculation = (sentence: string, numberShare: number) =>
  numberShare >= MANY_NUMBERS && (sentence.match(OPERATOR)?.length ?? 0) >= 2;

const DETERMINERS = new Set(["the", "a", "an", "our", "some", "any"]);
const SEPARATOR = /[,;|/\n\u2022]/;
const LONGEST_TERM = 3;
const LEAST_TERMS = 4;

/** Share of content words that stand in runs of at least four short terms between commas and joiners. */
export function enumeratedShare(text: string, tokens: readonly Token[]): number {
  let [content, listed, run, runWords, words] = [0, 0, 0, 0, 0];
  let hasOther = false;
  const closeTerm = () => {
    if (words > 0 && words <= LONGEST_TERM && !hasOther) [run, runWords] = [run + 1, runWords + words];
    else if (words > 0) closeRun();
    [words, hasOther] = [0, false];
  };
  const closeRun = () => {
    if (run >= LEAST_TERMS) listed += runWords;
    [run, runWords] = [0, 0];
  };
  tokens.forEach((token, i) => {
    const gap = i > 0 ? text.slice(tokens[i - 1]?.end, token.start) : "";
    if (SEPARATOR.test(gap) || LIST_JOINERS.has(token.word)) closeTerm();
    if (LIST_JOINERS.has(token.word) || DETERMINERS.has(token.word)) return;
    if (token.isFunction) hasOther = true;
    else {
      words++;
      content++;
    }
  });
  closeTerm();
  closeRun();
  return content > 0 ? listed / content : 0;
}

/** "the A the B the C": nearly every content word has an article, and hardly anything else joins them. */
function isStrungOnArticles(tokens: readonly Token[]): boolean {
  const content = tokens.filter((token) => !token.isFunction).length;
  if (content < MANY_WORDS) return false;
  const introduced = tokens.filter(
    (token, i) => !token.isFunction && DETERMINERS.has(tokens[i - 1]?.word ?? ""),
  ).length;
  const others = tokens.filter(
    ({ word, isFunction }) => isFunction && !DETERMINERS.has(word) && !LIST_JOINERS.has(word),
  ).length;
  return introduced >= 0.6 * content && others <= 0.2 * content;
}

const MOSTLY = 0.7;
const HARDLY = 0.4;

function isListOfTerms(
  reference: Reference,
  text: string,
  tokens: readonly Token[],
  isAlone: boolean,
): boolean {
  const shape = listShape(tokens);
  const first = tokens[0];
  const last = tokens.at(-1);
  if (!first || !last) return false;
  const sentence = text.slice(first.start, last.end);
  if (isCalculation(sentence, shape.numberShare)) return false;
  const separators = sentence.split(SEPARATOR).length - 1;
  const isLongEnough =
    shape.contentWords >= MANY_WORDS ||
    (shape.contentWords >= MIN_LIST_WORDS && (separators >= 2 || !isAlone)) ||
    (!isAlone && reference.types.length >= LONG_REFERENCE);
  if (isLongEnough && shape.functionShare < Math.min(0.1, reference.functionShare * 0.5)) return true;
  if (shape.contentWords < MIN_LIST_WORDS) return false;
  if (shape.joinerShare > 0.7 || (shape.contentPairShare > 0.8 && isLongEnough)) return true;
  if (isStrungOnArticles(tokens)) return true;
  return reference.enumerated < HARDLY && enumeratedShare(text, tokens) >= MOSTLY;
}

/**
 * Whether a window is a list of terms for a reference, by its main segment or, where it is made of fragments, as a whole.
 * A fragment that is all that was written (`isAlone`) is a short answer rather than an entry of a list.
 */
export function isList(
  reference: Reference,
  window: Window,
  main: AnswerSegment,
  text: string,
  isAlone: boolean,
): boolean {
  if (isListOfTerms(reference, text, main.tokens, isAlone && window.segments.length === 1)) return true;
  if (window.segments.length < 2) return false;
  const all = window.segments.flatMap(({ tokens }) => tokens);
  return all.length <= 4 * window.segments.length && isListOfTerms(reference, text, all, false);
}
