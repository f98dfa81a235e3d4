"use client";
import { useState } from "react";
import { Markdown } from "@/components/content/markdown";
import { useAct } from "@/components/teach/use-act";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/inputs";
import { StatusLine } from "@/components/ui/status-line";
import type { ActionResult } from "@/lib/actions/result";
import type { OwnPeerReviews, ReceivedReview } from "@/lib/data/peer-review/own-reviews";
import { MARK_WORDS, nearestMark } from "@/lib/learning/scoring-sheet";

type Ids = { classId: string; assignmentId: string };
type Flag = (input: Ids & { reviewId: string; reason: string }) => Promise<ActionResult<void>>;

const FLAG_WORDS: Record<string, string> = {
  upheld: "Your graders agreed: it does not count.",
  dismissed: "Your graders looked at it: it counts.",
};

function FlagForm({ ids, reviewId, flag }: { ids: Ids; reviewId: string; flag: Flag }) {
  const { busy, message, failed, act } = useAct();
  const [reason, setReason] = useState("");
  return (
    <Disclosure summary="This review is wrong or unkind">
      <div className="grid max-w-prose gap-2">
        <Field label="What is wrong with it? Your graders read this.">
          {(control) => (
            <TextArea
              {...control}
              rows={3}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <Button
          className="justify-self-start"
          disabled={reason.trim() === ""}
          busyLabel={busy ? "Sending …" : undefined}
          onClick={({ currentTarget }) => {
            const review = currentTarget.closest("li");
            void act(
              "flag",
              () => flag({ ...ids, reviewId, reason }),
              () => void review?.focus(),
            );
          }}
        >
          Flag this review
        </Button>
        <StatusLine tone={failed ? "bad" : "good"}>{message}</StatusLine>
      </div>
    </Disclosure>
  );
}

function Received({
  ids,
  review,
  own,
  flag,
  number,
}: {
  ids: Ids;
  review: ReceivedReview;
  own: OwnPeerReviews;
  flag: Flag;
  number: number;
}) {
  return (
    <li tabIndex={-1} className="grid gap-3 border-t border-line py-4 outline-none">
      <h3 className="font-semibold">
        Review {number}: {Math.round(review.percent)} of 100
      </h3>
      {review.comment && (
        <div className="prose max-w-prose">
          <Markdown text={review.comment} />
        </div>
      )}
      <ul className="grid gap-1 text-sm">
        {own.sheet.map(({ id, text }) => (
          <li key={id} className="flex items-baseline gap-3">
            <span className="w-20 shrink-0 text-ink-2">{MARK_WORDS[nearestMark(review.marks[id] ?? 0)]}</span>
            <span>{text}</span>
          </li>
        ))}
      </ul>
      {review.isFlagged ? (
        <p className="text-sm">
          <Badge tone="warn">flagged</Badge>{" "}
          {FLAG_WORDS[review.flagOutcome ?? ""] ?? "Your graders have not looked at it yet."}
        </p>
      ) : (
        <FlagForm ids={ids} reviewId={review.id} flag={flag} />
      )}
    </li>
  );
}

/** What fellows gave, once reviews are due. */
export function ReceivedReviews({ ids, own, flag }: { ids: Ids; own: OwnPeerReviews; flag: Flag }) {
  const { received, percent, weightPercent } = own;
  return (
    <section aria-labelledby="received">
      <h2 id="received" className="mb-2 text-lg font-semibold">
        What fellows gave you
      </h2>
      {percent === null ? (
        <EmptyState title="No reviews">Nobody has reviewed your answer.</EmptyState>
      ) : (
        <>
          <p className="mb-4 max-w-prose text-ink-2">
            The median is {Math.round(percent)} of 100.{" "}
            {weightPercent === 0
              ? "It makes no part of your grade."
              : `It makes ${weightPercent} % of your grade; the rest is your graders'.`}
          </p>
          <ul>
            {received.map((review, index) => (
              <Received key={review.id} {...{ ids, review, own, flag }} number={index + 1} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
