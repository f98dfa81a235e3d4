/**
 * Every number in the prose of a chapter, a solution or the cheat sheet says where it comes from: a source cited beside it, a
 * calculation that is worked out again here, or an assumption that the page lists. Why: decision 21.
 */
import type { Element, Inspection } from "@/lib/content/check/inspect-mdx";
import { calcProblem } from "@/lib/content/check/numbers/check-calc";
import {
  CONVERTED,
  type Given,
  givenIn,
  givenInProps,
  isGiven,
} from "@/lib/content/check/numbers/given-numbers";
import { numbersIn } from "@/lib/content/check/numbers/number-tokens";
import type { Site } from "@/lib/content/check/site";
import type { ContentError } from "@/lib/content/errors";
import { type ContentFiles, parseCase, parseFrontmatter } from "@/lib/content/parse";
import { chapterFrontmatterSchema, solutionFrontmatterSchema } from "@/lib/content/schemas/case";

const CHAPTER = /^framework\/[^/]+\.mdx$/;
const SHEET = "cheatsheet.mdx";
const SOLUTION = /^cases\/([^/]+)\/index\.mdx$/;
/** Attributes that are read, not reckoned with. */
const WORDS = ["caption", "title", "label"] as const;

export function checkNumbers(files: ContentFiles, site: Site): ContentError[] {
  return [...site.inspections].flatMap(([file, inspection]) => {
    if (!(CHAPTER.test(file) || SOLUTION.test(file) || file === SHEET)) return [];
    const told = toldTo(files, file);
    return [
      ...checkProse(file, inspection, told),
      ...inspection.elements.flatMap((element) => checkElement(file, element, told)),
    ];
  });
}

/** What the reader of a text was told before: its assumptions and, in a solution, what the interviewer says. */
function toldTo(files: ContentFiles, file: string): Given[] {
  const slug = SOLUTION.exec(file)?.[1];
  const schema = CHAPTER.test(file) ? chapterFrontmatterSchema : solutionFrontmatterSchema;
  const assumed = (
    parseFrontmatter<{ assumes: { value: string }[] }>(files, file, schema).value?.assumes ?? []
  ).map(({ value }) => value);
  const found = slug === undefined ? null : parseCase(files, slug).value;
  const said = found
    ? [
        found.meta.prompt,
        ...found.interviewer.facts.map(({ answer }) => answer),
        ...found.interviewer.twists.flatMap(({ announce, change }) => [announce, change]),
      ]
    : [];
  return [...CONVERTED, ...[...assumed, ...said].flatMap(givenIn)];
}

function checkProse(file: string, { prose, elements }: Inspection, told: readonly Given[]): ContentError[] {
  const figures = elements.filter(({ name }) => name.endsWith("Figure"));
  const headings = prose.filter(({ kind }) => kind === "heading").map(({ lineAt }) => lineAt(0));
  const sectionOf = (line: number) => headings.findLastIndex((heading) => heading <= line);
  return prose.flatMap(({ text, lineAt, isMarked }) => {
    if (isMarked) return [];
    const section = sectionOf(lineAt(0));
    const shown = figures
      .filter(({ line }) => sectionOf(line) === section)
      .flatMap(({ props }) => givenInProps(props));
    return unexplained(text, [...told, ...shown]).map((number) =>
      report(
        file,
        lineAt(number.index),
        `${number.text} is neither sourced, nor computed, nor assumed. ${advice(number.text)}`,
      ),
    );
  });
}

const advice = (number: string): string =>
  `Cite its source in this paragraph, reckon it with <Calc of="…">${number}</Calc>, list it under assumes in the front matter, or write <Assume>${number}</Assume>.`;

function checkElement(
  file: string,
  { name, props, words, line }: Element,
  told: readonly Given[],
): ContentError[] {
  if (name === "Calc") {
    const problem = calcProblem(String(props.of ?? ""), words);
    return problem ? [report(file, line, problem)] : [];
  }
  const { caption: _c, title: _t, label: _l, ...reckoned } = props;
  const given = [...told, ...givenInProps(reckoned)];
  return WORDS.flatMap((attribute) =>
    unexplained(String(props[attribute] ?? ""), given).map((number) =>
      report(file, line, `${number.text} in the ${attribute} of <${name}> stands in none of its props.`),
    ),
  );
}

const unexplained = (text: string, given: readonly Given[]) =>
  numbersIn(text).filter((number) => !number.isSmallCount && !given.some((known) => isGiven(number, known)));

const report = (file: string, line: number, message: string): ContentError => ({
  file,
  line,
  field: "number",
  message,
});
