"use client";

import { type FocusEvent, memo, useId } from "react";
import { VerdictBadge } from "@/components/report/verdict-badge";
import { PointComments } from "@/components/teach/feedback/point-comments";
import { cx } from "@/components/ui/cx";
import { type PointState, shownCredit } from "@/lib/classroom/grading/point-state";
import type { GradedPoint } from "@/lib/data/grading/graded-points";
import { GATE_WORDS, LEVEL_WORDS } from "@/lib/grading/report/words";
import { CreditControl } from "./credit-control";
import { creditWords, whoWords } from "./decision-words";
import { RefusedNote } from "./refused-note";

export type PointHandlers = {
  onCurrent: (pointId: string) => void;
  onChoose: (pointId: string, credit: number | null) => void;
  onEdit: (pointId: string | null) => void;
  onKeep: (pointId: string) => void;
  onShowReceipt: (pointId: string) => void;
};
type Props = {
  point: GradedPoint;
  state: PointState;
  isCurrent: boolean;
  isEditing: boolean;
  isDisabled: boolean;
  handlers: PointHandlers;
};

function Evidence({
  point,
  isCurrent,
  onShow,
}: {
  point: GradedPoint;
  isCurrent: boolean;
  onShow: () => void;
}) {
  const { receipt, gate, misconception, why } = point;
  return (
    <>
      {receipt ? (
        <blockquote className="border-l-2 border-accent pl-3 font-serif text-sm break-words text-ink-2">
          <button
            type="button"
            onClick={onShow}
            className={cx("text-left hover:text-ink", !isCurrent && "line-clamp-2")}
          >
            “{receipt.quote}”
          </button>
        </blockquote>
      ) : (
        <p className="text-sm text-ink-2">The machine found nothing in the answer for it.</p>
      )}
      {isCurrent && gate && receipt && <p className="text-sm text-warn">{GATE_WORDS[gate]}</p>}
      {misconception && (
        <p className="text-sm text-bad">
          <span className="font-medium">Check this:</span> “{misconception.receipt.quote}”{" "}
          {isCurrent && misconception.feedback}
        </p>
      )}
      {isCurrent && <p className="text-sm text-ink-2">{why}</p>}
    </>
  );
}

/** What is stored, or that it is on its way. */
function DecisionWords({ state }: { state: PointState }) {
  const { stored, wanted } = state;
  const credit = shownCredit(state);
  if (wanted) return <span className="text-xs text-ink-2">saving…</span>;
  if (credit === null) return <span className="text-xs text-ink-2">undecided</span>;
  return <span className="text-xs text-ink-2">{whoWords(stored)}</span>;
}

/** One point to decide. As the current one it also says why it matters and what held the machine back. */
export const PointItem = memo(function PointItem(props: Props) {
  const { point, state, isCurrent, isEditing, isDisabled, handlers } = props;
  const { id, text, verdict, level, weight, suggested, machineCredit, correctedBy } = point;
  const titleId = useId();
  const credit = shownCredit(state);
  // A pressed button opens the point when its press is done: opened before, it would move from under the pointer.
  const onFocus = ({ target, currentTarget }: FocusEvent) => {
    if (target === currentTarget || target.matches(":focus-visible")) handlers.onCurrent(id);
  };
  return (
    <li
      id={`point-${id}`}
      data-point={id}
      tabIndex={isCurrent ? 0 : -1}
      aria-labelledby={titleId}
      aria-current={isCurrent || undefined}
      onFocus={onFocus}
      className={cx(
        "grid scroll-my-4 gap-2 border-l-4 py-3 pr-3 pl-3 -outline-offset-2",
        isCurrent ? "border-accent bg-raised" : "border-transparent",
      )}
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <VerdictBadge verdict={verdict} />
        <span className="text-xs text-ink-2">
          {LEVEL_WORDS[level]}
          {weight !== 1 && `, weight ${weight}`}
          {correctedBy > 0 &&
            `, ${creditWords(machineCredit)} before this class's ${correctedBy} corrections`}
        </span>
        <span className="ml-auto flex items-baseline gap-2 text-right">
          <DecisionWords state={state} />
          {credit !== null && <strong className="text-base tabular-nums">{creditWords(credit)}</strong>}
        </span>
      </div>
      <p id={titleId} className={cx("text-sm", isCurrent && "font-medium")}>
        {text}
      </p>
      <Evidence
        point={point}
        isCurrent={isCurrent}
        onShow={() => {
          handlers.onCurrent(id);
          handlers.onShowReceipt(id);
        }}
      />
      <RefusedNote
        state={state}
        onKeep={() => handlers.onKeep(id)}
        onUseMine={(mine) => handlers.onChoose(id, mine)}
      />
      <CreditControl
        {...{ pointText: text, credit, suggested, isEditing, isDisabled }}
        onChoose={(chosen) => handlers.onChoose(id, chosen)}
        onEdit={(edits) => handlers.onEdit(edits ? id : null)}
      />
      <PointComments pointId={id} isCurrent={isCurrent} />
    </li>
  );
});
