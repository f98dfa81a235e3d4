/** Attacks generated from each case's own sentences; the bounds are those the grader promises. */
import { describe, expect, it } from "vitest";
import { listCases, loadLexicon } from "@/lib/content/load";
import { STAGES, type Stage } from "@/lib/framework/stages";
import { ATTACKS, HELD_OUT, INJECTIONS, sentencesOf } from "@/lib/grading/attack-suite/attacks";
import { gradeAnswers } from "@/lib/grading/grade-answers";
import { prepareRubric } from "@/lib/grading/rubric/prepare-rubric";
import { createRandom } from "@/lib/random";

const KEYWORDS = 0.4;
const SHUFFLED = 0.6;
const NEGATED = 0.45;
const ECHO = 0.1;
const INJECTED = 0.05;
/** Both halves still say what they say. */
const HALVES_SWAPPED = 0.8;
/** One stage may lie this much above the mean bound. */
const STAGE_SLACK = 0.2;

const boundOf = (name: string) =>
  name.startsWith("keywords") ? KEYWORDS : name.startsWith("shuffled") ? SHUFFLED : NEGATED;
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe.each(listCases())("$slug", ({ rubric, meta, answers, interviewer }) => {
  const shown = [
    ...interviewer.triggers.map(({ question }) => question),
    ...Object.values(meta.hints).flatMap((hints) => hints ?? []),
  ];
  const prepared = prepareRubric(rubric, loadLexicon(), { prompt: meta.prompt, shown });
  const best = answers.find(({ name }) => name === "model-staff");
  const scores = (textOf: (stage: Stage) => string) =>
    STAGES.map((stage) => gradeAnswers(prepared, { [stage]: textOf(stage) }).stages[stage].value);
  const exemplars = (stage: Stage) =>
    rubric.points.filter((point) => point.stage === stage).map((point) => point.exemplars[0] ?? "");
  const sources = { exemplars, "a model answer": (stage: Stage) => sentencesOf(best?.stages[stage] ?? "") };

  it("the sentences themselves earn their points, half of them about half", () => {
    expect(Math.min(...scores((stage) => exemplars(stage).join(" ")))).toBeGreaterThanOrEqual(0.9);
    const half = mean(
      scores((stage) =>
        exemplars(stage)
          .filter((_, i) => i % 2 === 0)
          .join(" "),
      ),
    );
    expect(half).toBeGreaterThanOrEqual(0.4);
    expect(half).toBeLessThanOrEqual(0.75);
  });

  for (const [source, sentences] of Object.entries(sources)) {
    it.each(Object.entries(ATTACKS))(`%s, from ${source}`, (name, attack) => {
      const values = scores((stage) => attack(sentences(stage), createRandom(`${name} ${stage}`)));
      expect(mean(values)).toBeLessThanOrEqual(boundOf(name));
      expect(Math.max(...values)).toBeLessThanOrEqual(boundOf(name) + STAGE_SLACK);
    });
  }

  it("what the candidate was shown earns nothing when pasted back", () => {
    expect(Math.max(...scores(() => meta.prompt))).toBeLessThanOrEqual(ECHO);
    expect(
      mean(
        scores((stage) =>
          rubric.points
            .filter((point) => point.stage === stage)
            .map(({ text }) => text)
            .join(" "),
        ),
      ),
    ).toBeLessThanOrEqual(ECHO);
    expect(mean(scores((stage) => (meta.hints[stage] ?? []).join(" ")))).toBeLessThanOrEqual(ECHO);
  });

  it("text for the grader earns nothing and is flagged", () => {
    expect(Math.max(...scores(() => INJECTIONS.join("\n")))).toBeLessThanOrEqual(INJECTED);
    for (const text of INJECTIONS)
      expect(gradeAnswers(prepared, { data: text }).flags.join(" "), text).toContain("speaks to the grader");
  });

  it.each(Object.entries(HELD_OUT))("without a gate of its own: %s", (name, attack) => {
    const value = mean(scores((stage) => attack(exemplars(stage), createRandom(`${name} ${stage}`))));
    expect(value).toBeLessThanOrEqual(name.startsWith("keywords") ? KEYWORDS : HALVES_SWAPPED);
  });
});
