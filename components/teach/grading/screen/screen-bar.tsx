"use client";

import { ArrowLeft, ChevronLeft, ChevronRight, Keyboard, Users } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { StatusLine } from "@/components/ui/status-line";
import type { GradedSubmission } from "@/lib/data/grading/load-submission";
import type { OtherGrader } from "@/lib/data/grading/visit-submission";
import { LEVEL_WORDS } from "@/lib/grading/report/words";
import { LateBadge } from "../late-badge";
import { timeWords } from "./decision-words";
import type { Grading } from "./use-grading";

type Props = {
  submission: GradedSubmission;
  grading: Grading;
  others: readonly OtherGrader[];
  queueHref: string;
  isGoing: boolean;
  goTo: (submissionId: string | null) => void;
  onShowKeys: () => void;
};

/** "saved", "saving 2", or why not. */
function SavedState({ grading }: { grading: Grading }) {
  const { unsaved, problem, outbox } = grading;
  if (problem)
    return (
      <span className="flex flex-wrap items-center gap-2">
        <StatusLine tone="bad">{problem.message}</StatusLine>
        <Button size="small" onClick={() => outbox.retry()}>
          Try now
        </Button>
      </span>
    );
  return <StatusLine>{unsaved > 0 ? `Saving ${unsaved}…` : "All saved"}</StatusLine>;
}

function AlsoGrading({ others }: { others: readonly OtherGrader[] }) {
  return (
    <p role="status" className="empty:hidden">
      {others.length > 0 && (
        <Badge tone="warn" className="py-0.5">
          <Users size={14} aria-hidden />
          Also grading: {others.map(({ name, sinceMs }) => `${name} since ${timeWords(sinceMs)}`).join(", ")}
        </Badge>
      )}
    </p>
  );
}

function Title({ submission }: { submission: GradedSubmission }) {
  const { label, attempt, isKept, lateSeconds, submittedBy, setup, caseTitle, neighbours } = submission;
  const { place, total, open } = neighbours;
  return (
    <div className="min-w-0">
      <h1 className="flex flex-wrap items-center gap-2 text-lg font-semibold">
        {label}
        {attempt > 1 && <Badge>attempt {attempt}</Badge>}
        {!isKept && <Badge tone="warn">another attempt is kept</Badge>}
        <LateBadge seconds={lateSeconds} />
        {submittedBy === "deadline" && <Badge>submitted at the deadline</Badge>}
      </h1>
      <p className="text-sm text-ink-2 tabular-nums">
        {place !== null && `${place} of ${total} · `}
        {open} with something undecided · {caseTitle}, {LEVEL_WORDS[setup.level]}
      </p>
    </div>
  );
}

/** Who it is, where in the queue, whether all is saved, and the ways on. */
export function ScreenBar(props: Props) {
  const { submission, grading, others, queueHref, isGoing, goTo, onShowKeys } = props;
  const { previousOpen, nextOpen } = submission.neighbours;
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line pb-3">
      <LinkButton
        href={queueHref}
        prefetch={false}
        size="small"
        variant="quiet"
        iconOnly
        aria-label="Back to the queue"
        icon={<ArrowLeft size={18} aria-hidden />}
      />
      <Title submission={submission} />
      <div className="ml-auto flex flex-wrap items-center gap-2">
        <AlsoGrading others={others} />
        <SavedState grading={grading} />
        <Button
          size="small"
          disabled={previousOpen === null}
          onClick={() => goTo(previousOpen)}
          icon={<ChevronLeft size={16} aria-hidden />}
          aria-keyshortcuts="p"
        >
          Previous
        </Button>
        {nextOpen === null ? (
          <LinkButton size="small" variant="primary" prefetch={false} href={queueHref}>
            No other is undecided: to the queue
          </LinkButton>
        ) : (
          <Button
            size="small"
            variant="primary"
            busyLabel={isGoing ? "Opening…" : undefined}
            onClick={() => goTo(nextOpen)}
            aria-keyshortcuts="n"
          >
            Next undecided
            <ChevronRight size={16} aria-hidden />
          </Button>
        )}
        <Button
          size="small"
          variant="quiet"
          iconOnly
          aria-label="Keys for grading"
          icon={<Keyboard size={18} aria-hidden />}
          onClick={onShowKeys}
        />
      </div>
    </header>
  );
}
