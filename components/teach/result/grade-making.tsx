import type { ReactNode } from "react";
import { UserText } from "@/components/teach/feedback/user-text";
import {
  latenessReason,
  percentWords,
  pointsWords,
  policyWords,
} from "@/lib/classroom/feedback/result-words";
import type { Result } from "@/lib/data/result/load-result";

function Line({ name, value, children }: { name: string; value: string; children?: ReactNode }) {
  return (
    <div className="grid grid-cols-[1fr_auto] gap-x-6 py-2.5">
      <dt>{name}</dt>
      <dd className="text-right tabular-nums">{value}</dd>
      {children && <dd className="col-span-2 max-w-2xl text-sm text-ink-2">{children}</dd>}
    </div>
  );
}

const signed = (value: number): string => `${value > 0 ? "+" : "−"} ${percentWords(Math.abs(value))}`;

/** The grade and each step on the way to it, so that the sum can be done again by hand. */
export function GradeMaking({ result }: { result: Result }) {
  const { grade, latePolicy, lateSeconds, pointsPossible, points } = result;
  const counted = points.filter(({ counts }) => counts).length;
  const lateness = latenessReason(latePolicy, lateSeconds, grade.latePercent);
  return (
    <section aria-labelledby="grade">
      <h2 id="grade" className="mb-2 text-lg font-semibold">
        Grade
      </h2>
      <p className="font-serif text-3xl tabular-nums">
        {percentWords(grade.finalPercent)}{" "}
        <span className="text-xl text-ink-2">{pointsWords(grade.finalPercent, pointsPossible)}</span>
      </p>
      <dl className="mt-4 max-w-2xl divide-y divide-line border-y border-line">
        <Line name="Rubric points" value={percentWords(grade.rawPercent)}>
          The credits of the {counted} points that count, by their weights.
        </Line>
        {lateness && (
          <Line name="Lateness" value={grade.latePercent > 0 ? signed(-grade.latePercent) : "0 %"}>
            {lateness} {grade.latePercent > 0 && policyWords(latePolicy)}
          </Line>
        )}
        {grade.adjustment !== 0 && (
          <Line name="Adjusted by hand" value={signed(grade.adjustment)}>
            {grade.adjustmentReason && <UserText text={grade.adjustmentReason} />}
          </Line>
        )}
        <Line name="Grade" value={percentWords(grade.finalPercent)} />
      </dl>
    </section>
  );
}
