import Link from "next/link";
import { VerdictBadge } from "@/components/report/verdict-badge";
import { CommentCard } from "@/components/teach/feedback/comment-card";
import { UserText } from "@/components/teach/feedback/user-text";
import { Badge } from "@/components/ui/badge";
import type { FeedbackComment } from "@/lib/classroom/feedback/comment";
import type { OwnRegrade } from "@/lib/classroom/feedback/regrade";
import { creditWords, decisionWords } from "@/lib/classroom/feedback/result-words";
import type { ResultPoint } from "@/lib/data/result/load-result";
import { type Asking, RegradeForm } from "./regrade-form";

const STATUS = {
  open: { tone: "warn", words: "asked to look again" },
  changed: { tone: "good", words: "looked at again: changed" },
  declined: { tone: "neutral", words: "looked at again: stays" },
} as const;

function Regrade({ regrade }: { regrade: OwnRegrade }) {
  const { tone, words } = STATUS[regrade.status];
  return (
    <div className="grid gap-1.5 border-l-2 border-line-strong pl-3">
      <p>
        <Badge tone={tone}>{words}</Badge>
      </p>
      <UserText text={regrade.reason} className="text-ink-2" />
      {regrade.answer && (
        <>
          <p className="text-xs text-ink-2">Your graders</p>
          <UserText text={regrade.answer} />
        </>
      )}
    </div>
  );
}

type Props = {
  point: ResultPoint;
  comments: readonly FeedbackComment[];
  /** Null when nothing can be asked any more. */
  asking: Asking | null;
};

/** One point as it counts: the credit, who decided it, the words that earned it, and what the graders said. */
export function ResultPointRow({ point, comments, asking }: Props) {
  const { id, text, why, verdict, receipt, chapter, decided, suggested, counts } = point;
  const credit = decided?.credit ?? suggested;
  return (
    <li
      id={`point-${id}`}
      tabIndex={-1}
      className="grid outline-none scroll-mt-24 gap-1.5 py-3 target:bg-accent-soft/50 print:break-inside-avoid"
    >
      <div className="flex items-baseline justify-between gap-4">
        <p className="text-sm font-medium">{text}</p>
        <p className="shrink-0 text-sm font-semibold tabular-nums">
          {counts ? creditWords(credit) : "not counted"}
        </p>
      </div>
      {counts && (
        <p className="text-sm text-ink-2">
          {decisionWords(point)} <VerdictBadge verdict={verdict} />
        </p>
      )}
      {receipt && (
        <blockquote className="border-l-2 border-accent pl-3 font-serif text-sm wrap-anywhere whitespace-pre-wrap text-ink-2">
          “{receipt.quote}”
        </blockquote>
      )}
      {comments.map((comment) => (
        <CommentCard key={comment.id} comment={comment} number={undefined} />
      ))}
      {credit < 0.5 && (
        <p className="text-sm text-ink-2">
          {why} <Link href={chapter}>Read it in the framework</Link>
        </p>
      )}
      {point.regrade && <Regrade regrade={point.regrade} />}
      {!point.regrade && counts && asking && <RegradeForm pointId={id} asking={asking} />}
    </li>
  );
}
