"use client";

import { MessageSquarePlus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useFeedback } from "./feedback-context";
import { OwnCard } from "./own-card";

/** What was remarked on one point, wherever the point stands on a grader's screen. Passages show theirs themselves. */
export function PointComments({ pointId, isCurrent = true }: { pointId: string; isCurrent?: boolean }) {
  const { comments, canWrite, compose } = useFeedback();
  const own = comments.filter((comment) => comment.pointId === pointId && comment.anchor === null);
  const canAdd = canWrite && isCurrent;
  if (own.length === 0 && !canAdd) return null;
  return (
    <div className="grid justify-items-start gap-2">
      {own.length > 0 && (
        <ul className="grid w-full gap-2">
          {own.map((comment) => (
            <li key={comment.id}>
              <OwnCard comment={comment} isPointNamed={false} />
            </li>
          ))}
        </ul>
      )}
      {canAdd && (
        <Button
          size="small"
          variant="quiet"
          icon={<MessageSquarePlus size={14} aria-hidden />}
          onClick={() => compose({ pointId, anchor: null })}
        >
          Comment on this point
        </Button>
      )}
    </div>
  );
}
