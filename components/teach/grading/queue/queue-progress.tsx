import Link from "next/link";
import { cx } from "@/components/ui/cx";
import { ProgressBar } from "@/components/ui/meter";
import { type GradingView, gradingQuery } from "@/lib/classroom/grading/view";
import type { Queue } from "@/lib/data/grading/load-queue";
import { STAGE_INFO, type Stage } from "@/lib/framework/stages";

type Props = { queue: Queue; base: string; view: GradingView };

function Row({
  title,
  href,
  points,
  decided,
  isCurrent,
}: {
  title: string;
  href: string;
  points: number;
  decided: number;
  isCurrent: boolean;
}) {
  const share = points === 0 ? 0 : decided / points;
  return (
    <li>
      <Link
        href={href}
        prefetch={false}
        aria-current={isCurrent ? "true" : undefined}
        className={cx(
          "grid grid-cols-[8.5rem_1fr_4.5rem] sm:grid-cols-[13rem_1fr_5.5rem] items-center gap-3 rounded-md border px-3 py-1.5 text-sm no-underline hover:bg-sunken",
          isCurrent ? "border-accent bg-accent-soft font-medium" : "border-transparent",
        )}
      >
        <span>{title}</span>
        <ProgressBar
          label={`${title}: points decided`}
          value={decided}
          max={Math.max(1, points)}
          valueText={`${decided} of ${points}`}
          tone={share === 1 ? "good" : "accent"}
        />
        <span className="text-right text-ink-2 tabular-nums">
          {decided}/{points}
        </span>
      </Link>
    </li>
  );
}

/** How far each stage is; a stage is also the way to grade it across all students. */
export function QueueProgress({ queue, base, view }: Props) {
  const { progress, handedIn } = queue;
  const sum = (key: "points" | "decided") => progress.reduce((total, row) => total + row[key], 0);
  const hrefOf = (stage: Stage | null) => `${base}${gradingQuery({ ...view, stage, page: 1 })}`;
  return (
    <nav aria-labelledby="progress-title">
      <h2 id="progress-title" className="font-semibold">
        Grade by stage, or student by student
      </h2>
      <p className="mt-1 text-sm text-ink-2 tabular-nums">
        {handedIn.submitted} of {handedIn.students} students handed in
        {handedIn.missing > 0 && `, ${handedIn.missing} missing`}
        {handedIn.pending > 0 && `, ${handedIn.pending} still can`}
        {handedIn.excused > 0 && `, ${handedIn.excused} excused`}. Points decided:
      </p>
      <ul className="mt-2 grid gap-0.5">
        <Row
          title="All stages, by student"
          href={hrefOf(null)}
          points={sum("points")}
          decided={sum("decided")}
          isCurrent={view.stage === null}
        />
        {progress.map(({ stage, points, decided }) => (
          <Row
            key={stage}
            title={STAGE_INFO[stage].title}
            href={hrefOf(stage)}
            {...{ points, decided }}
            isCurrent={view.stage === stage}
          />
        ))}
      </ul>
    </nav>
  );
}
