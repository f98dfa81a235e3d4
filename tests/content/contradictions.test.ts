/** The rules about contradictions and boards, against everything that this repository calls a good answer. */
import { describe, expect, it } from "vitest";
import { listCases, loadLexicon } from "@/lib/content/load";
import type { Case } from "@/lib/content/parse";
import { headingTitles } from "@/lib/content/search-documents";
import { ALL_RULES } from "@/lib/design/contradictions/all-rules";
import { findContradictions, prepareRules } from "@/lib/design/contradictions/find-contradictions";
import type { DesignSources } from "@/lib/design/sources";
import { STAGES } from "@/lib/framework/stages";
import type { Answers } from "@/lib/grading/types";
import { EMPTY_BOARD } from "@/lib/interview/board";

const prepared = prepareRules(loadLexicon());

/** An interview in which every fact of the case was told. */
const sourcesOf = ({ meta, interviewer }: Case, answers: Answers): DesignSources => ({
  world: meta.world,
  answers,
  decisions: {},
  estimates: [],
  board: EMPTY_BOARD,
  facts: interviewer.facts.map(({ id, topic, answer }) => ({ id, topic, text: answer })),
  twists: [],
});

const inWords = (found: ReturnType<typeof findContradictions>) =>
  found.map(({ id, places }) => [id, ...places.map((place) => ("quote" in place ? place.quote : place))]);

const whole = (answers: Answers): Answers => ({
  whole: STAGES.map((stage) => answers[stage] ?? "").join("\n\n"),
});

describe.each(listCases().map((found) => [found.slug, found] as const))("%s", (_, found) => {
  const models = found.answers.filter(({ frontmatter }) => frontmatter.kind === "model");

  it.each(models.map((answer) => [answer.name, answer] as const))(
    "%s does not contradict itself",
    (_name, answer) => {
      expect(inWords(findContradictions(prepared, sourcesOf(found, answer.stages)))).toEqual([]);
      expect(inWords(findContradictions(prepared, sourcesOf(found, whole(answer.stages))))).toEqual([]);
    },
  );

  it("exemplars of a stage do not contradict one another", () => {
    const answers = Object.fromEntries(
      STAGES.map((stage) => [
        stage,
        found.rubric.points
          .filter((point) => point.stage === stage)
          .flatMap(({ exemplars }) => exemplars)
          .join("\n\n"),
      ]),
    );
    expect(inWords(findContradictions(prepared, sourcesOf(found, answers)))).toEqual([]);
  });
});

it("each rule points to a heading that is there", () => {
  const headings = headingTitles();
  expect(
    ALL_RULES.filter(({ chapter }) => !headings.has(chapter)).map(({ id, chapter }) => [id, chapter]),
  ).toEqual([]);
});
