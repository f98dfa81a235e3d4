/**
 * What a class has written, held against the grader and the interviewer that will read answers with it: as the check of
 * content does for a case (lib/content/check/check-grading), with a little more leeway, in words for an instructor.
 */
import type { Fact } from "@/lib/content/schemas/interviewer";
import type { Point } from "@/lib/content/schemas/rubric";
import { gradeAnswers } from "@/lib/grading/grade-answers";
import { GATE_WORDS } from "@/lib/grading/report/words";
import { EXPLAINED, PARTLY } from "@/lib/grading/rubric/grade-point";
import type { PreparedRubric } from "@/lib/grading/rubric/prepare-rubric";
import { matchFact } from "@/lib/interview/interviewer/match-fact";
import type { PreparedInterviewer } from "@/lib/interview/interviewer/prepare";
import type { ClassContent } from "./schema";

/** `id` is that of the point or fact of the class that it is about. */
export type ContentProblem = { id: string; message: string };
type Prepared = { rubric: PreparedRubric; interviewer: PreparedInterviewer };

const short = (text: string): string => (text.length > 90 ? `${text.slice(0, 89)}…` : text);
const inPercent = (credit: number): string => `${Math.round(100 * credit)}%`;

/** Sentences that do not fully earn their own point, or that half earn another one of their stage. */
function checkPoint(rubric: PreparedRubric, point: Point): string[] {
  return point.exemplars.flatMap((exemplar) => {
    const { points } = gradeAnswers(rubric, { [point.stage]: exemplar }, { only: point.stage });
    return points.flatMap(({ id, credit, gate }) => {
      if (id !== point.id) {
        if (credit < PARTLY) return [];
        const other = rubric.points.find((one) => one.id === id)?.text ?? id;
        return [
          `“${short(exemplar)}” also earns ${inPercent(credit)} of another point: “${short(other)}”. A student could get both for one thought.`,
        ];
      }
      if (credit >= EXPLAINED) return [];
      const why = gate ? ` ${GATE_WORDS[gate]}` : "";
      return [
        `“${short(exemplar)}” earns ${inPercent(credit)} of its own point; a model sentence earns ${inPercent(EXPLAINED)}.${why}`,
      ];
    });
  });
}

type ToldFor = { owner: Fact; asked: string; told: Fact | null };

/** Every way of asking for a fact, and which fact the interviewer tells. */
function toldFor(interviewer: PreparedInterviewer): ToldFor[] {
  return interviewer.script.facts.flatMap((owner) =>
    [owner.question, ...owner.askedAs].map((asked) => ({
      owner,
      asked,
      told: matchFact(interviewer, asked).fact,
    })),
  );
}

/** A phrasing that is answered with another fact; said where the class can change it. */
function checkFacts(interviewer: PreparedInterviewer, touched: ReadonlySet<string>): ContentProblem[] {
  return toldFor(interviewer).flatMap(({ owner, asked, told }) => {
    if (told?.id === owner.id) return [];
    if (touched.has(owner.id)) {
      const instead = told ? `with “${short(told.answer)}”` : "with nothing: the interviewer is not sure";
      return [{ id: owner.id, message: `“${short(asked)}” is answered ${instead}.` }];
    }
    if (!told || !touched.has(told.id)) return [];
    return [
      {
        id: told.id,
        message: `“${short(asked)}” asks for “${short(owner.answer)}”, and is now answered with this instead.`,
      },
    ];
  });
}

/** Problems of what the class has added or changed; what it has left alone is the case's own business. */
export function checkClassContent(
  { rubric, interviewer }: Prepared,
  content: ClassContent,
): ContentProblem[] {
  const points = new Set(content.points.map(({ id }) => id));
  const facts = new Set(content.facts.map(({ id }) => id));
  return [
    ...rubric.points
      .filter(({ id }) => points.has(id))
      .flatMap((point) => checkPoint(rubric, point).map((message) => ({ id: point.id, message }))),
    ...(facts.size > 0 ? checkFacts(interviewer, facts) : []),
  ];
}
