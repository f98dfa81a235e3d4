/**
 * A case held against the grader: sentences earn their own point and no other, model answers reach their level, naive
 * and weak ones do not, attacks earn nothing, and the interviewer knows its own questions. Takes seconds a case.
 */
import { attackTarget } from "@/lib/content/attack-target";
import type { ContentError } from "@/lib/content/errors";
import {
  type Answer,
  type Case,
  type ContentFiles,
  parseCase,
  parseSharedScript,
  parseYamlFile,
} from "@/lib/content/parse";
import { type PreparedCase, prepareCase } from "@/lib/content/prepared-case";
import { lexiconSchema, type Pitfall } from "@/lib/content/schemas/case";
import { positionIn } from "@/lib/content/yaml";
import { STAGES, type Stage } from "@/lib/framework/stages";
import type { Outcome } from "@/lib/grading/attack-suite/outcomes";
import { runAttackSuite } from "@/lib/grading/attack-suite/run-suite";
import { gradeAnswers } from "@/lib/grading/grade-answers";
import { matchFact } from "@/lib/interview/interviewer/match-fact";

const NOTHING_SHARED = { triggers: [], words: {} };

export const OWN_POINT = 0.9;
export const OTHER_POINT = 0.5;
export const MODEL_STAGE = 0.8;
export const MISSED_STAGE = 0.35;
export const WEAK_ANSWER = 0.35;

/** Stages that an answer with this pitfall leaves out. */
const MISSED: Record<Pitfall, readonly Stage[]> = {
  "jumps-to-the-model": ["clarify", "frame"],
  "ignores-the-data-pipeline": ["data"],
  "forgets-monitoring-and-deployment": ["serve", "monitor"],
};

/** Everything that is wrong with the grading of one case. Empty when the case cannot be read: checkCases says why. */
export function checkGrading(files: ContentFiles, slug: string): ContentError[] {
  const found = parseCase(files, slug);
  const lexicon = parseYamlFile(files, "lexicon.yaml", lexiconSchema).value;
  if (!found.value || !lexicon || found.errors.length > 0) return [];
  const prepared = prepareCase(found.value, lexicon, parseSharedScript(files).value ?? NOTHING_SHARED);
  return [
    ...checkExemplars(found.value, prepared, files),
    ...found.value.answers.flatMap((answer) => checkAnswer(slug, answer, prepared)),
    ...checkAttacks(found.value, prepared),
    ...checkQuestions(found.value, prepared, files),
  ];
}

const hundredths = (value: number): string => value.toFixed(2);

function checkExemplars({ slug, rubric }: Case, prepared: PreparedCase, files: ContentFiles): ContentError[] {
  const file = `cases/${slug}/rubric.yaml`;
  return rubric.points.flatMap((point, index) =>
    point.exemplars.flatMap((exemplar, position) => {
      const problems = gradeAnswers(prepared.rubric, { [point.stage]: exemplar }).points.flatMap(
        ({ id, credit, gate }) => {
          if (id !== point.id)
            return credit < OTHER_POINT
              ? []
              : [`earns ${hundredths(credit)} of ${id} too; it should earn less than ${OTHER_POINT}`];
          const why = gate ? ` (gate: ${gate})` : "";
          return credit >= OWN_POINT
            ? []
            : [`earns ${hundredths(credit)} of its own point${why}; it should earn ${OWN_POINT}`];
        },
      );
      const path = ["points", index, "exemplars", position];
      return problems.map((problem) => ({
        file,
        ...positionIn(files.get(file) ?? "", path),
        field: `points[${index}].exemplars[${position}]`,
        message: `"${exemplar}" ${problem}.`,
      }));
    }),
  );
}

function checkAnswer(
  slug: string,
  { name, frontmatter, stages }: Answer,
  { rubric }: PreparedCase,
): ContentError[] {
  const level = frontmatter.kind === "model" ? frontmatter.level : "mid";
  const grade = gradeAnswers(rubric, stages, { level, mode: "exam" });
  const problems: string[] = [];
  const expect = (isFine: boolean, problem: string) => {
    if (!isFine) problems.push(problem);
  };
  const reached = grade.levelVerdict?.level ?? "none";
  const pitfalls = grade.pitfalls.map(({ pitfall }) => pitfall).join(", ");
  if (frontmatter.kind === "model") {
    for (const stage of STAGES.filter((candidate) => stages[candidate])) {
      const alone = gradeAnswers(rubric, { [stage]: stages[stage] ?? "" }, { level }).stages[stage].value;
      const least = Math.min(alone, grade.stages[stage].value);
      expect(
        least >= MODEL_STAGE,
        `${stage} earns ${hundredths(least)}; a model answer earns ${MODEL_STAGE} of each stage`,
      );
    }
    expect(reached === level, `it reaches level ${reached}, not ${level}`);
    expect(pitfalls === "", `the grader finds a pitfall in it: ${pitfalls}`);
    for (const { id, misconception } of grade.points)
      expect(
        !misconception,
        `the grader finds a misconception in it, at ${id}: "${misconception?.receipt.quote}"`,
      );
  } else if (frontmatter.kind === "naive") {
    expect(
      pitfalls === frontmatter.pitfall,
      `the grader finds ${pitfalls || "no pitfall"}, not ${frontmatter.pitfall}`,
    );
    expect(reached === "none", `it reaches level ${reached}`);
    for (const stage of MISSED[frontmatter.pitfall]) {
      const { value } = grade.stages[stage];
      expect(
        value < MISSED_STAGE,
        `${stage} earns ${hundredths(value)}; what it leaves out earns less than ${MISSED_STAGE}`,
      );
    }
  } else {
    expect(
      grade.score.value <= WEAK_ANSWER,
      `it earns ${hundredths(grade.score.value)}; a weak answer earns at most ${WEAK_ANSWER}`,
    );
    expect(reached === "none", `it reaches level ${reached}`);
  }
  const file = `cases/${slug}/answers/${name}.md`;
  return problems.map((problem) => ({ file, line: 1, field: "grade", message: `As graded, ${problem}.` }));
}

const checkAttacks = (found: Case, prepared: PreparedCase): ContentError[] =>
  runAttackSuite(attackTarget(found, prepared)).map((breach) => ({
    file: `cases/${found.slug}/rubric.yaml`,
    line: 1,
    field: "attacks",
    message: inWords(breach),
  }));

const inWords = ({ attack, mean, least, most, rule }: Outcome): string =>
  `${attack}: ${hundredths(mean)} of a stage on average, from ${hundredths(least)} to ${hundredths(most)}; it should be ${rule}.`;

/** A fact is told to whoever asks for it in the script's own words. */
function checkQuestions(
  { slug, interviewer }: Case,
  prepared: PreparedCase,
  files: ContentFiles,
): ContentError[] {
  const file = `cases/${slug}/interviewer.yaml`;
  return interviewer.facts.flatMap(({ id, question, askedAs }, index) =>
    [question, ...askedAs].flatMap((text, position) => {
      const told = matchFact(prepared.interviewer, text).fact?.id ?? "nothing";
      if (told === id) return [];
      const path = position === 0 ? ["facts", index, "question"] : ["facts", index, "askedAs", position - 1];
      return [
        {
          file,
          ...positionIn(files.get(file) ?? "", path),
          field: `facts[${index}]`,
          message: `"${text}" is answered with ${told}, not with ${id}.`,
        },
      ];
    }),
  );
}
