import type { ReactNode } from "react";
import type { FeedbackComment } from "@/lib/classroom/feedback/comment";
import { UserText } from "./user-text";

type CommentCardProps = {
  comment: FeedbackComment;
  /** Repeated at its passage; none for remarks on a point or on the whole. */
  number: number | undefined;
  /** Before the words: the point or node that it is about. */
  about?: ReactNode;
  tools?: ReactNode;
};

/** One remark of a grader, with what can be done about it. */
export function CommentCard({ comment, number, about, tools }: CommentCardProps) {
  const { id, body, anchor, author } = comment;
  return (
    <article
      id={`comment-${id}`}
      data-comment={id}
      tabIndex={-1}
      aria-label={number === undefined ? "Comment" : `Comment ${number}`}
      className="group/card scroll-mt-24 rounded-md border border-line bg-raised px-3 py-2 shadow-xs outline-none target:border-accent data-active:border-accent print:break-inside-avoid print:shadow-none"
    >
      <header className="mb-1 flex flex-wrap items-baseline gap-x-2 text-xs text-ink-2">
        {number !== undefined && (
          <span aria-hidden className="rounded-sm bg-mark px-1 font-semibold text-ink tabular-nums">
            {number}
          </span>
        )}
        <span>{author ?? "Your graders"}</span>
        {about && <span className="basis-full">{about}</span>}
      </header>
      {anchor?.kind === "text" && <p className="sr-only">On the words: {anchor.quote}</p>}
      <UserText text={body} />
      {tools}
    </article>
  );
}
