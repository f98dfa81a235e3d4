import type { GraderCard } from "@/lib/grading/report-card/schema";
import { estimateWords, percentOf } from "./figures";

/** The card in four sentences, each made of its figures. */
export function Summary({ card }: { card: GraderCard }) {
  const { answers, judges, sureness } = card.test.together;
  const { grader, lengthOnly, markers } = judges;
  return (
    <div className="grid max-w-3xl gap-3 text-lg tabular-nums">
      <p>
        On {answers} test answers to {Object.keys(card.test.cases).length} cases the grader’s score and the
        markers’ correlate at r = <strong>{grader.pearson && estimateWords(grader.pearson)}</strong>; put on
        grades of 0 to 4, kappa is <strong>{grader.qwk && estimateWords(grader.qwk)}</strong>.
      </p>
      <p>
        The length of an answer alone predicts a good part of its marks: r ={" "}
        {lengthOnly.pearson && estimateWords(lengthOnly.pearson)}, kappa{" "}
        {lengthOnly.qwk && estimateWords(lengthOnly.qwk)}. Whoever writes more has usually said more.{" "}
        {card.beatsLengthOnly ? (
          <>The grader pays nothing for length and does better than it on both.</>
        ) : (
          <>
            The grader pays nothing for length, and as measured here it{" "}
            <strong>does not do better than it</strong> on both.
          </>
        )}
      </p>
      <p>
        It says “not sure” of {percentOf(sureness.notSure)} of the points; of its other verdicts{" "}
        {percentOf(sureness.accuracyWhenSure)} are right.
      </p>
      {markers?.pearson && (
        <p>
          Two passes of marking agree at r = {estimateWords(markers.pearson)}, more than two interviewers
          would. <a href="#labels">Why that is</a>, and what these answers cannot show, stands below.
        </p>
      )}
    </div>
  );
}
