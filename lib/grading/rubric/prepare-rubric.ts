/**
 * Everything about a case that grading needs and that does not depend on an answer. Prepare once per case, grade
 * many answers.
 */
import type { Lexicon } from "@/lib/content/schemas/case";
import type { Point, Rubric } from "@/lib/content/schemas/rubric";
import { STAGE_INFO, STAGES } from "@/lib/framework/stages";
import { type Bank, createBank } from "@/lib/grading/alignment/bank";
import { type ConceptGroup, compileConcepts, lexiconGroups } from "@/lib/grading/text/concepts";

export type RubricContext = {
  /** The case's prompt, which the candidate can paste back. */
  prompt: string;
  /** Other sentences that a candidate is shown: interviewer questions, hints. */
  shown?: readonly string[];
};

export type PreparedRubric = {
  version: number;
  points: readonly Point[];
  /** Targets are the points, in the same order. */
  bank: Bank;
  /** Targets are all misconceptions; `owners` holds the index of each one's point. */
  misconceptions: Bank;
  owners: readonly { point: number; text: string; feedback: string }[];
  lexicon: Lexicon;
};

const DESCRIPTION_SHARE = 0.5;
const AROUND_SHARE = 0.2;

/** Alias groups of a point are concepts of their own, named after the point. */
function aliasGroups(points: readonly Point[]): ConceptGroup[] {
  return points.flatMap((point) => point.aliases.map((forms, i) => ({ id: `${point.id}/${i}`, forms })));
}

/** Wordings around a point: its description, and what is said about why it matters and about getting it wrong. */
function hintsOf(point: Point): { text: string; share: number }[] {
  return [
    { text: point.text, share: DESCRIPTION_SHARE },
    ...[point.why, ...point.misconceptions.map(({ feedback }) => feedback)].map((text) => ({
      text,
      share: AROUND_SHARE,
    })),
  ];
}

function shownSentences(rubric: Rubric, context: RubricContext): string[] {
  return [
    ...(context.shown ?? []),
    ...STAGES.map((stage) => STAGE_INFO[stage].question),
    ...rubric.points.flatMap((point) => [point.text, point.why, ...point.followUps]),
  ];
}

export function prepareRubric(rubric: Rubric, lexicon: Lexicon, context: RubricContext): PreparedRubric {
  const concepts = compileConcepts([...lexiconGroups(lexicon), ...aliasGroups(rubric.points)]);
  const echoes = shownSentences(rubric, context);
  const owners = rubric.points.flatMap((point, index) =>
    point.misconceptions.map(({ text, feedback }) => ({ point: index, text, feedback })),
  );
  return {
    version: rubric.version,
    points: rubric.points,
    bank: createBank({
      targets: rubric.points.map((point) => ({
        id: point.id,
        references: point.exemplars,
        hints: hintsOf(point),
        home: point.stage,
      })),
      concepts,
      question: context.prompt,
      echoes,
    }),
    misconceptions: createBank({
      targets: owners.map(({ text }, i) => ({ id: `misconception-${i}`, references: [text] })),
      concepts,
      question: context.prompt,
    }),
    owners,
    lexicon,
  };
}
