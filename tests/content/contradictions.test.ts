/** The rules about contradictions and boards, against everything that this repository calls a good answer. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { listCases, loadLexicon } from "@/lib/content/load";
import type { Case } from "@/lib/content/parse";
import { headingTitles } from "@/lib/content/search-documents";
import { ALL_CHECKS } from "@/lib/design/board-checks/check-board";
import { ALL_RULES } from "@/lib/design/contradictions/all-rules";
import { findContradictions, prepareRules } from "@/lib/design/contradictions/find-contradictions";
import type { Decisions } from "@/lib/design/design";
import type { World } from "@/lib/design/designs";
import type { DesignSources } from "@/lib/design/sources";
import { STAGES, type Stage } from "@/lib/framework/stages";
import type { Answers } from "@/lib/grading/types";
import { EMPTY_BOARD } from "@/lib/interview/board";

type Labelled = { id: string; stage: Stage | "whole"; quality: string; text: string };

const prepared = prepareRules(loadLexicon());

/** Choices that nothing in a strong answer contradicts. */
const SOUND: Record<World, Decisions> = {
  video: {
    "latency-budget": 200,
    objective: "satisfied-watch",
    label: "long-watch",
    negatives: "mixed",
    split: "by-time",
    retriever: "two-tower",
    ranker: "dcn-v2",
    rerank: "dpp",
    "offline-metric": "ndcg",
    experiment: "user-split",
    candidates: 800,
    index: "approximate",
    monitors: "full",
  },
  ads: {
    "latency-budget": 100,
    objective: "total-value",
    prediction: "probability",
    label: "viewable-click",
    "join-window": 30,
    sampling: "corrected",
    split: "by-time",
    calibration: "isotonic",
    "offline-metric": "normalized-entropy",
    experiment: "budget-split",
    candidates: 100,
    pricing: "second-price",
    updates: "hourly",
    monitors: "full",
  },
  search: {
    "latency-budget": 300,
    objective: "purchases-with-floor",
    label: "clicks-ips",
    split: "by-query",
    retriever: "hybrid",
    loss: "listwise",
    ranker: "lambdamart",
    rerank: "rules-and-diversity",
    "offline-metric": "ndcg",
    experiment: "interleaving-then-split",
    candidates: 1000,
    index: "approximate",
    monitors: "full",
  },
};

/** An interview in which every fact of the case was told. */
const sourcesOf = (
  { meta, interviewer }: Case,
  answers: Answers,
  decisions: Decisions = {},
): DesignSources => ({
  world: meta.world,
  answers,
  decisions,
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
      for (const answers of [answer.stages, whole(answer.stages)]) {
        expect(inWords(findContradictions(prepared, sourcesOf(found, answers)))).toEqual([]);
        const decided = sourcesOf(found, answers, SOUND[found.meta.world]);
        expect(inWords(findContradictions(prepared, decided))).toEqual([]);
      }
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

const labelled = listCases().flatMap((found) => {
  const file = `content/cases/${found.slug}/labelled/answers.jsonl`;
  const rows = readFileSync(file, "utf8").trim().split("\n");
  return rows.map((row) => ({ found, row: JSON.parse(row) as Labelled }));
});

/** Share of the labelled answers of some qualities that have a finding. */
function shareFound(...qualities: string[]): number {
  const rows = labelled.filter(({ row }) => qualities.includes(row.quality));
  const withOne = rows.filter(
    ({ found, row }) => findContradictions(prepared, sourcesOf(found, { [row.stage]: row.text })).length > 0,
  );
  return withOne.length / rows.length;
}

describe("labelled answers", () => {
  it("by strong hands have no finding, and others that say nothing wrong hardly any", () => {
    expect(shareFound("staff", "senior")).toBe(0);
    expect(shareFound("mid", "paraphrase", "bullets", "rambling", "terse")).toBeLessThanOrEqual(0.05);
  });

  it("that are wrong have one more often than not", () => {
    expect(shareFound("wrong")).toBeGreaterThanOrEqual(0.5);
  });

  it("that say little have none by themselves", () => {
    expect(shareFound("keywords", "echo", "off-topic", "injection")).toBe(0);
  });
});

it("no rule is called like a check: the interviewer and the report know both by their names", () => {
  const ids = [...ALL_RULES, ...ALL_CHECKS].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it("each rule and each check points to a heading that is there", () => {
  const headings = headingTitles();
  expect(
    [...ALL_RULES, ...ALL_CHECKS]
      .filter(({ chapter }) => !headings.has(chapter))
      .map(({ id, chapter }) => [id, chapter]),
  ).toEqual([]);
});
