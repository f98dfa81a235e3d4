/**
 * Everything about a case that grading needs and that does not depend on an answer. Prepare once per case, grade
 * many answers.
 */
import type { Lexicon } from "@/lib/content/schemas/case";
import type { Point, Rubric } from "@/lib/content/schemas/rubric";
import { STAGE_INFO, STAGES } from "@/lib/framework/stages";
import { type Bank, createBank } from "@/lib/grading/alignment/bank";
import { annotate, type ConceptGroup, compileConcepts, lexiconGroups } from "@/lib/grading/text/concepts";
import { tokenise } from "@/lib/grading/text/tokens";

export type RubricContext = {
  /** The case's prompt, which the candidate can paste back. */
  prompt: string;
  /** Other sentences that a candidate is shown: interviewer questions, hints. */
  shown?: readonly string[];
};

export type Owner = {
  /** Index of the point that the misconception belongs to. */
  point: number;
  text: string;
  feedback: string;
  /** Unit types (of the misconceptions' bank) that the point's own exemplars do not use: what makes it wrong. */
  telling: ReadonlySet<number>;
};

export type PreparedRubric = {
  version: number;
  points: readonly Point[];
  /** Targets are the points, in the same order. */
  bank: Bank;
  /** Targets are all misconceptions, in the order of `owners`. */
  misconceptions: Bank;
  owners: readonly Owner[];
  lexicon: Lexicon;
};

const DESCRIPTION_SHARE = 0.5;
const AROUND_SHARE = 0.2;
/** From this similarity on a word of an exemplar stands for a word of a misconception. */
const SHARED = 0.6;

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

/** The words of a misconception that no exemplar of its point shares. */
function tellingTypes(bank: Bank, index: number, point: Point): Set<number> {
  const types = new Set(bank.targets[index]?.references[0]?.types ?? []);
  for (const exemplar of point.exemplars) {
    for (const unit of annotate(tokenise(exemplar), bank.concepts)) {
      for (const { type, similarity } of bank.types.matches(unit))
        if (similarity >= SHARED) types.delete(type);
    }
  }
  return types;
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
  const wrong = rubric.points.flatMap((point, index) =>
    point.misconceptions.map(({ text, feedback }) => ({ index, point, text, feedback })),
  );
  const misconceptions = createBank({
    targets: wrong.map(({ text }, i) => ({ id: `misconception-${i}`, references: [text] })),
    concepts,
    question: context.prompt,
  });
  const owners = wrong.map(({ index, point, text, feedback }, i) => ({
    point: index,
    text,
    feedback,
    telling: tellingTypes(misconceptions, i, point),
  }));
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
    misconceptions,
    owners,
    lexicon,
  };
}
