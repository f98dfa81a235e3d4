import Link from "next/link";

/** Where answers and marks come from; decision 30 in short. */
export function Labels() {
  return (
    <div className="grid max-w-3xl gap-3">
      <p>
        Each case has its own labelled answers: every stage and some whole interviews, from staff to weak and
        wrong, with paraphrases, bullets, lists of terms, denials, and orders to the grader. The authors of
        this project wrote them for this purpose with the help of a language model. No candidate wrote any of
        them, and none is taken from a public set.
      </p>
      <p>
        They were marked in two independent passes, also by the authors with the help of a language model. A
        pass saw the rubric and the answer, not how it was meant, not the other pass and not the grader’s
        output. Where passes differ, both marks stay. Answers with an odd number are for tuning, those with an
        even number for these figures.
      </p>
      <p>
        They show whether the grader can tell a point that is made from one that is named, denied or got
        wrong, in words that it has not seen. They do not show how it does on real candidates. Writers and
        markers share one culture and, in part, one language model, so that their agreement is an upper bound
        on what two interviewers of different companies would reach, and the grader’s agreement with them is
        one too. The qualities are spread evenly on purpose, which real answers are not. With some thirty test
        answers a case, a figure for one case or one quality is rough.
      </p>
      <p>
        More on that: <Link href="/decisions/0030-labelled-answers">decision 30</Link>. How points become a
        score: <Link href="/framework/scoring#how-our-report-scores">the chapter on scoring</Link>.
      </p>
    </div>
  );
}
