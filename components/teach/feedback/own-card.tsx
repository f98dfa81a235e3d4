"use client";

import { BookmarkPlus, Pencil, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { FeedbackComment } from "@/lib/classroom/feedback/comment";
import { stageOfPlace } from "@/lib/classroom/feedback/subject";
import { CommentCard } from "./comment-card";
import { useFeedback } from "./feedback-context";

/** A remark in front of the staff, with what may be done to it. `isPointNamed`: where its point is not around it. */
export function OwnCard({
  comment,
  isPointNamed = true,
}: {
  comment: FeedbackComment;
  isPointNamed?: boolean;
}) {
  const { numbers, subject, canWrite, revise, remove, keep, say, bank } = useFeedback();
  const point = isPointNamed ? subject.points.find(({ id }) => id === comment.pointId) : undefined;
  const isKept = bank.some(({ body }) => body === comment.body);
  async function keepInBank(card: HTMLElement | null) {
    const stage = stageOfPlace(comment, subject.points);
    const result = await keep({ stage, pointId: comment.pointId, body: comment.body });
    // Its button is gone when it is kept.
    if (result.ok) card?.focus();
    say(result.ok ? "Kept in the comment bank." : result.message);
  }
  return (
    <CommentCard
      comment={comment}
      number={numbers.get(comment.id)}
      about={point && `Point: ${point.text}`}
      tools={
        canWrite && (
          <footer className="-mx-1.5 mt-1 flex flex-wrap gap-0.5">
            {comment.mayChange && (
              <>
                <Button
                  size="small"
                  variant="quiet"
                  iconOnly
                  aria-label="Edit the comment"
                  icon={<Pencil size={14} aria-hidden />}
                  onClick={() => revise(comment)}
                />
                <Button
                  size="small"
                  variant="quiet"
                  iconOnly
                  aria-label="Delete the comment"
                  icon={<Trash2 size={14} aria-hidden />}
                  onClick={() => remove(comment)}
                />
              </>
            )}
            {!isKept && (
              <Button
                size="small"
                variant="quiet"
                icon={<BookmarkPlus size={14} aria-hidden />}
                onClick={(event) => void keepInBank(event.currentTarget.closest("article"))}
              >
                To the bank
              </Button>
            )}
          </footer>
        )
      }
    />
  );
}
