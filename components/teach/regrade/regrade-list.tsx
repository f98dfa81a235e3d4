import Link from "next/link";
import type { ReactNode } from "react";
import { UserText } from "@/components/teach/feedback/user-text";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { dateWords } from "@/lib/classroom/dates/date-words";
import { creditWords } from "@/lib/classroom/feedback/result-words";
import type { AssignmentIds } from "@/lib/data/grading/graded-assignment";
import type { ListedRegrade, RegradeList } from "@/lib/data/regrade/list-regrades";
import { type AnswerRegrade, RegradeAnswerForm } from "./regrade-answer-form";

type Props = { ids: AssignmentIds; timeZone: string; list: RegradeList; answer: AnswerRegrade };

const STATUS = {
  open: { tone: "warn", words: "open" },
  changed: { tone: "good", words: "changed" },
  declined: { tone: "neutral", words: "credit stays" },
} as const;

function Said({ by, children }: { by: string; children: ReactNode }) {
  return (
    <div className="grid gap-1">
      <h3 className="text-sm font-medium">{by}</h3>
      {children}
    </div>
  );
}

function Request({ request, ...props }: Props & { request: ListedRegrade }) {
  const { ids, timeZone, list, answer } = props;
  const { requestId, submissionId, label, point, reason, status, credit, suggested, askedAtMs } = request;
  const screen = `/classes/${ids.classId}/assignments/${ids.assignmentId}/grading/${submissionId}`;
  const isOpen = status === "open";
  return (
    <li
      id={`request-${requestId}`}
      tabIndex={-1}
      className="grid outline-none gap-3 py-5 lg:grid-cols-2 lg:gap-8"
    >
      <div className="grid content-start gap-2">
        <h2 className="flex flex-wrap items-baseline gap-x-3 font-semibold">
          {label} <Badge tone={STATUS[status].tone}>{STATUS[status].words}</Badge>
          <span className="text-sm font-normal text-ink-2">asked {dateWords(askedAtMs, timeZone)}</span>
        </h2>
        <p className="text-sm">{point.text}</p>
        {point.receipt && (
          <blockquote className="border-l-2 border-accent pl-3 font-serif text-sm wrap-anywhere text-ink-2">
            “{point.receipt.quote}”
          </blockquote>
        )}
        <p className="text-sm text-ink-2 tabular-nums">
          Credit {creditWords(credit ?? suggested)}, the machine suggested {creditWords(suggested)}.{" "}
          <Link href={screen}>Open the submission</Link>
        </p>
      </div>
      <div className="grid content-start gap-3">
        <Said by="Student">
          <UserText text={reason} className="rounded-md bg-sunken px-3 py-2" />
        </Said>
        {!isOpen && (
          <Said by="Answer of the graders">
            <UserText text={request.answer} className="border-l-2 border-line-strong pl-3" />
          </Said>
        )}
        {isOpen && !list.isArchived && <RegradeAnswerForm {...{ ids, request, answer }} />}
      </div>
    </li>
  );
}

/** Who asked to look again, the open requests first. */
export function RegradeListView(props: Props) {
  const { requests } = props.list;
  if (requests.length === 0)
    return (
      <EmptyState title="Nobody has asked to look at a point again.">
        Students can ask about a point, with a reason, for two weeks after the grades are released.
      </EmptyState>
    );
  return (
    <ul className="divide-y divide-line border-y border-line">
      {requests.map((request) => (
        <Request key={request.requestId} request={request} {...props} />
      ))}
    </ul>
  );
}
