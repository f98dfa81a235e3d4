import Link from "next/link";
import type { Report } from "@/lib/grading/report/schema";
import { durationWords, LEVEL_WORDS, PITFALL_WORDS, scoreWords } from "@/lib/grading/report/words";
import { ScoreInterval } from "./score-interval";

function LevelVerdict({ report }: { report: Report }) {
  const { levelVerdict, setup } = report;
  if (!levelVerdict) {
    return (
      <p className="text-sm text-ink-2">
        Coach mode gives no level: hints and stage names were on the screen. Exam mode does.
      </p>
    );
  }
  return (
    <p>
      Level verdict: <strong>{levelVerdict.level ? LEVEL_WORDS[levelVerdict.level] : "below Mid"}</strong>,
      aimed at {LEVEL_WORDS[setup.level]}.{" "}
      <span className="text-ink-2 tabular-nums">
        Rating {levelVerdict.rating.toFixed(1)} of 4 ({levelVerdict.low.toFixed(1)} to{" "}
        {levelVerdict.high.toFixed(1)}).
      </span>
    </p>
  );
}

/** The outcome in one look: what was covered, how sure that is, the pitfalls, and what to practise next. */
export function ReportSummary({ report }: { report: Report }) {
  const level = LEVEL_WORDS[report.setup.level];
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <section aria-labelledby="outcome" className="grid content-start gap-3">
        <h2 id="outcome" className="text-lg font-semibold">
          Outcome
        </h2>
        <p className="font-serif text-2xl">
          <span className="tabular-nums">{scoreWords(report.score)}</span> of what a {level} candidate is
          expected to say
        </p>
        <ScoreInterval score={report.score} label="Whole answer" />
        <LevelVerdict report={report} />
        <p className="text-sm text-ink-2 tabular-nums">
          Time: {durationWords(report.time.elapsedMs)} of {durationWords(report.time.totalMs)}
          {report.submittedBy === "deadline" && ", submitted at the deadline"}.
        </p>
        <p className="text-sm text-ink-2">
          A self-study estimate by published rules. The range is the grader’s own error; each point below
          shows the words that earned it.{" "}
          <Link href="/grader" className="underline underline-offset-2">
            How far can this be trusted?
          </Link>
        </p>
        {report.flags.map((flag) => (
          <p key={flag} className="text-sm text-warn">
            {flag}
          </p>
        ))}
      </section>
      <div className="grid content-start gap-8">
        {report.nextSteps.length > 0 && (
          <section aria-labelledby="next-steps">
            <h2 id="next-steps" className="mb-2 text-lg font-semibold">
              Practise next
            </h2>
            <ol className="grid gap-3">
              {report.nextSteps.map((step) => (
                <li key={step.href}>
                  <Link href={step.href} className="font-medium text-accent underline underline-offset-2">
                    {step.title}
                  </Link>
                  <p className="text-sm text-ink-2">{step.reason}</p>
                </li>
              ))}
            </ol>
          </section>
        )}
        {report.pitfalls.length > 0 && (
          <section aria-labelledby="pitfalls">
            <h2 id="pitfalls" className="mb-2 text-lg font-semibold">
              Pitfalls
            </h2>
            <ul className="grid gap-3">
              {report.pitfalls.map(({ pitfall, explanation, receipt }) => (
                <li key={pitfall}>
                  <p className="font-medium">{PITFALL_WORDS[pitfall]}</p>
                  <p className="text-sm text-ink-2">{explanation}</p>
                  {receipt && (
                    <p className="border-l-2 border-warn pl-3 font-serif text-sm text-ink-2">
                      “{receipt.quote}”
                    </p>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  );
}
