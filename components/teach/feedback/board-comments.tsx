"use client";

import { MessageSquarePlus } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import type { FeedbackComment } from "@/lib/classroom/feedback/comment";
import { BoardFeedback } from "./board-feedback";
import { useFeedback } from "./feedback-context";
import { OwnCard } from "./own-card";
import { PassageArea } from "./passage-area";

const card = (comment: FeedbackComment) => <OwnCard comment={comment} />;

/** A press on a component of the picture is a comment on it; the outline beside it does the same by keyboard. */
export function BoardComments() {
  const { subject, comments, numbers, canWrite, compose } = useFeedback();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = ref.current;
    if (!root || !canWrite) return;
    const onClick = (event: Event) => {
      const node = event.target instanceof Element ? event.target.closest("[data-node]") : null;
      const nodeId = node?.getAttribute("data-node");
      if (nodeId) compose({ pointId: null, anchor: { kind: "node", nodeId } });
    };
    root.addEventListener("click", onClick);
    return () => root.removeEventListener("click", onClick);
  }, [canWrite, compose]);
  const tool = (nodeId: string, name: string) => (
    <Button
      size="small"
      variant="quiet"
      iconOnly
      aria-label={`Comment on ${name}`}
      icon={<MessageSquarePlus size={14} aria-hidden />}
      onClick={() => compose({ pointId: null, anchor: { kind: "node", nodeId } })}
    />
  );
  return (
    <div ref={ref} className={canWrite ? "[&_[data-node]]:cursor-pointer" : undefined}>
      <PassageArea>
        <BoardFeedback
          {...{ comments, numbers }}
          board={subject.board}
          renderComment={card}
          {...(canWrite ? { renderTool: tool } : {})}
        />
      </PassageArea>
    </div>
  );
}
