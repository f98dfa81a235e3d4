"use client";

import { CheckCheck } from "lucide-react";
import type { KeyboardEvent } from "react";
import { VerdictBadge } from "@/components/report/verdict-badge";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { ProgressBar } from "@/components/ui/meter";
import type { GradedPoint } from "@/lib/data/grading/graded-points";
import { STAGE_INFO } from "@/lib/framework/stages";
import { formatWithNoun } from "@/lib/framework/units";
import { PointItem } from "./point-item";
import type { Grading } from "./use-grading";

type Props = { grading: Grading; points: readonly GradedPoint[]; onShowReceipt: (pointId: string) => void };

/** Arrows and Enter belong to the list and work with single keys switched off; they are inert inside its controls. */
function useListKeys({ step, decideCurrent }: Grading) {
  return (event: KeyboardEvent) => {
    const isOnPoint = event.target instanceof Element && event.target.matches("[data-point]");
    if (!isOnPoint || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const keys: Record<string, () => void> = {
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      Enter: () => decideCurrent(({ suggested }) => suggested),
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
}

function Beyond({ points }: { points: readonly GradedPoint[] }) {
  if (points.length === 0) return null;
  return (
    <Disclosure
      className="mt-4"
      summary={`${formatWithNoun(points.length, "point")} of higher levels, not counted here`}
    >
      <ul className="divide-y divide-line">
        {points.map(({ id, text, verdict }) => (
          <li key={id} className="grid gap-1 py-2 text-sm">
            <span>
              <VerdictBadge verdict={verdict} />
            </span>
            {text}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** The points of the stage, one under the other, with the current one open. */
export function PointsPane({ grading, points, onShowReceipt }: Props) {
  const { stage, shown, counts, states, currentId, editingId, handlers, acceptStage, isClosed } = grading;
  const onKeyDown = useListKeys(grading);
  const count = counts.find((each) => each.stage === stage);
  const decided = count?.decided ?? 0;
  const open = shown.length - decided;
  const beyond = points.filter((point) => point.stage === stage && !point.isExpected);
  return (
    <section aria-labelledby="points-title" className="min-w-0">
      <div className="flex flex-wrap items-center gap-3 pb-2">
        <h2 id="points-title" className="font-semibold">
          {STAGE_INFO[stage].title}
        </h2>
        <span className="text-sm text-ink-2 tabular-nums">
          {decided} of {shown.length} decided
        </span>
        <Button
          className="ml-auto"
          size="small"
          disabled={open === 0 || isClosed}
          icon={<CheckCheck size={16} aria-hidden />}
          onClick={acceptStage}
          aria-keyshortcuts="Shift+A"
        >
          Accept all {open > 0 ? open : ""}
        </Button>
      </div>
      <ProgressBar
        label={`Decided points of ${STAGE_INFO[stage].title}`}
        value={decided}
        max={Math.max(1, shown.length)}
        valueText={`${decided} of ${shown.length}`}
        tone={open === 0 ? "good" : "accent"}
      />
      <ul className="mt-3 divide-y divide-line rounded-lg border border-line" onKeyDown={onKeyDown}>
        {shown.map((point) => {
          const state = states[point.id];
          return state ? (
            <PointItem
              key={point.id}
              {...{ point, state }}
              isCurrent={point.id === currentId}
              isEditing={point.id === editingId}
              isDisabled={isClosed}
              handlers={{ ...handlers, onShowReceipt }}
            />
          ) : null;
        })}
      </ul>
      <Beyond points={beyond} />
    </section>
  );
}
