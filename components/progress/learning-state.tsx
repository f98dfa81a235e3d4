import Link from "next/link";
import { Badge, type Tone } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import type { FollowedPoint, Learning } from "@/lib/data/learning/read-learning";
import { formatWithNoun } from "@/lib/framework/units";
import { percent } from "@/lib/grading/report/words";
import { ProgressSection } from "./section";

type State = FollowedPoint["status"] | "slipped";
const stateOf = ({ status, hasSlipped }: FollowedPoint): State => (hasSlipped ? "slipped" : status);

const STATES: Record<State, { tone: Tone; means: string }> = {
  slipped: { tone: "bad", means: "known once, failed since" },
  missed: { tone: "warn", means: "missing in a report, its cards not yet known" },
  demonstrated: { tone: "accent", means: "cards known, or made in a later interview" },
  retained: { tone: "good", means: "used in a question of another case a week later" },
};
const ORDER = ["slipped", "missed", "demonstrated", "retained"] as const;

function Points({ points, texts }: { points: readonly FollowedPoint[]; texts: ReadonlyMap<string, string> }) {
  const groups = ORDER.map((state) => ({ state, of: points.filter((point) => stateOf(point) === state) }));
  return (
    <ul className="grid gap-2">
      {groups.map(({ state, of }) => (
        <li key={state} className="text-sm">
          <span className="tabular-nums">
            {of.length} <Badge tone={STATES[state].tone}>{state}</Badge>
          </span>{" "}
          <span className="text-ink-2">{STATES[state].means}</span>
          {of.length > 0 && (
            <Disclosure summary={`The ${formatWithNoun(of.length, "point")} ${state}`}>
              <ul className="grid list-disc gap-1 pl-5">
                {of.map(({ caseSlug, pointId }) => (
                  <li key={`${caseSlug}#${pointId}`}>
                    <Link
                      href={`/cases/${caseSlug}#point-${pointId}`}
                      className="text-accent underline underline-offset-2"
                    >
                      {texts.get(`${caseSlug}#${pointId}`) ?? pointId}
                    </Link>
                  </li>
                ))}
              </ul>
            </Disclosure>
          )}
        </li>
      ))}
    </ul>
  );
}

function Cards({ learning }: { learning: Learning }) {
  const { due, dueThisWeek, doneToday, retention, owned } = learning;
  return (
    <div className="grid gap-1 text-sm tabular-nums">
      <p>
        <Link href="/review" className="text-accent underline underline-offset-2">
          {due === 0 ? "Nothing is due today" : `${formatWithNoun(due, "card")} due today`}
        </Link>
        . {formatWithNoun(dueThisWeek, "review")} of known cards within seven days;{" "}
        {formatWithNoun(owned, "card")} in all.
      </p>
      <p className="text-ink-2">
        {formatWithNoun(doneToday, "review")} done today.{" "}
        {retention.reviews > 0
          ? `Of ${formatWithNoun(retention.reviews, "review")} of known cards in the last 30 days you recalled ${percent(retention.recalled / retention.reviews)}.`
          : "How much you recall is counted from the second review of a card on."}
      </p>
    </div>
  );
}

/** Cards and the points that reports found missing. */
export function LearningState({
  learning,
  pointTexts,
}: {
  learning: Learning | null;
  pointTexts: ReadonlyMap<string, string>;
}) {
  const hasCards = learning !== null && learning.owned > 0;
  return (
    <ProgressSection id="cards" title="Cards and points">
      {hasCards ? (
        <Cards learning={learning} />
      ) : (
        <p className="text-sm text-ink-2">
          No cards yet. Take up those of a report under “Remember what you missed”, or{" "}
          <Link href="/review" className="text-accent underline underline-offset-2">
            choose a deck
          </Link>
          .
        </p>
      )}
      {learning !== null && learning.points.length > 0 && (
        <Points points={learning.points} texts={pointTexts} />
      )}
    </ProgressSection>
  );
}
