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
/** With one comma it may still be a note ("cold ads: advertiser prior, creative embedding"). */
const LONG_NOTE = 7;
/** A reference of so many different words can not be met by a few terms; a shorter one may be. */
const LONG_REFERENCE = 5;

const MANY_NUMBERS = 0.2;
const OPERATOR = /[=+\u00d7*<>|\u2248~\u2192/]| [x-] |->/g;
const ARROW = /[=\u2192]|->/;

/** A line of figures ("gateway 10 + features 15 = 25 ms") or a note that says with a sign what leads to what. */
const isNotation = (sentence: string, numberShare: number) =>
  ARROW.test(sentence) || (numberShare >= MANY_NUMBERS && (sentence.match(OPERATOR)?.length ?? 0) >= 2);

const DETERMINERS = new Set(["the", "a", "an", "our", "some", "any"]);
const SEPARATOR = /[,;|\n\u2022]/;
const LONGEST_TERM = 3;
const LEAST_TERMS = 3;

/** Share of content words that stand in runs of at least three short terms between commas and joiners. */
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
  if (content < MIN_LIST_WORDS) return false;
  const introduced = tokens.filter(
    (token, i) => !token.isFunction && DETERMINERS.has(tokens[i - 1]?.word ?? ""),
  ).length;
  const others = tokens.filter(
    ({ word, isFunction }) => isFunction && !DETERMINERS.has(word) && !LIST_JOINERS.has(word),
  ).length;
  return introduced >= 0.6 * content && others <= 0.2 * content;
}

const MOSTLY = 0.6;
const HARDLY = 0.4;
const LONGEST_FRAGMENT = 2;
/** Content words a line in a list of single terms. */
const SINGLE_TERMS = 2.2;

function isListOfTerms(reference: Reference, text: string, tokens: readonly Token[]): boolean {
  const shape = listShape(tokens);
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !last || shape.contentWords < MIN_LIST_WORDS) return false;
  const sentence = text.slice(first.start, last.end);
  if (isNotation(sentence, shape.numberShare)) return false;
  const separators = sentence.split(SEPARATOR).length - 1;
  const isRun = separators >= 2 || shape.contentWords >= (separators === 1 ? LONG_NOTE : MANY_WORDS);
  const isBare = shape.functionShare < Math.min(0.1, reference.functionShare * 0.5);
  if (isRun && (isBare || shape.contentPairShare > 0.8)) return true;
  if (shape.joinerShare > 0.7 || isStrungOnArticles(tokens)) return true;
  return reference.enumerated < HARDLY && enumeratedShare(text, tokens) >= MOSTLY;
}

/** One or two terms without any other word. */
const isTerm = ({ tokens }: AnswerSegment): boolean => {
  const { contentWords, functionShare } = listShape(tokens);
  return contentWords <= LONGEST_FRAGMENT && functionShare === 0;
};

/**
 * Whether a window is a list of terms for a reference, by its main segment or, where its lines are single terms, as a whole.
 * A term that is all that was written (`isAlone`) is a short answer rather than an entry of a list.
 */
export function isList(
  reference: Reference,
  window: Window,
  main: AnswerSegment,
  text: string,
  isAlone: boolean,
): boolean {
  if (isListOfTerms(reference, text, main.tokens)) return true;
  if (isTerm(main) && !(isAlone && window.segments.length === 1) && reference.types.length >= LONG_REFERENCE)
    return true;
  if (window.segments.length < 2) return false;
  const all = window.segments.flatMap(({ tokens }) => tokens);
  const { contentWords, functionShare } = listShape(all);
  return functionShare < 0.25 && contentWords <= SINGLE_TERMS * window.segments.length;
}
