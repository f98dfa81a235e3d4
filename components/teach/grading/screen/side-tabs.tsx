import { DecisionsReview } from "@/components/report/decisions-review";
import { FindingsReview } from "@/components/report/findings-review";
import { BoardComments } from "@/components/teach/feedback/board-comments";
import type { GradedSubmission } from "@/lib/data/grading/load-submission";
import { PITFALL_WORDS } from "@/lib/grading/report/words";
import { boardToOutline } from "@/lib/interview/board-outline";
import type { SideTab } from "./grading-screen";

function BoardTab({ board }: Pick<GradedSubmission, "board">) {
  if (board.nodes.length === 0) return <p className="text-sm text-ink-2">Nothing was drawn.</p>;
  return (
    <div className="grid gap-3">
      <BoardComments />
      <pre className="rounded-md border border-line bg-sunken p-3 font-mono text-sm whitespace-pre-wrap">
        {boardToOutline(board)}
      </pre>
    </div>
  );
}

/** What the machine noticed beside the points: none of it takes credit. */
function NoticedTab({
  findings,
  flags,
  pitfalls,
}: Pick<GradedSubmission, "findings" | "flags" | "pitfalls">) {
  if (findings.length + flags.length + pitfalls.length === 0)
    return <p className="text-sm text-ink-2">The machine noticed nothing beside the points.</p>;
  return (
    <div className="grid gap-5">
      {flags.length + pitfalls.length > 0 && (
        <ul className="grid gap-2 text-sm">
          {flags.map((flag) => (
            <li key={flag} className="text-warn">
              {flag}
            </li>
          ))}
          {pitfalls.map(({ pitfall, explanation, receipt }) => (
            <li key={pitfall}>
              <strong className="font-semibold">{PITFALL_WORDS[pitfall]}.</strong> {explanation}
              {receipt && <span className="font-serif text-ink-2"> “{receipt.quote}”</span>}
            </li>
          ))}
        </ul>
      )}
      <FindingsReview findings={[...findings]} />
    </div>
  );
}

/** What was handed in besides the text; rendered on the server and put into the screen's tabs. */
export function sideTabs(submission: GradedSubmission): SideTab[] {
  const { board, decisions, world, findings, flags, pitfalls } = submission;
  const noticed = findings.length + flags.length + pitfalls.length;
  return [
    { id: "board", label: "Board", content: <BoardTab board={board} /> },
    {
      id: "decisions",
      label: "Decisions",
      content:
        world && decisions.length > 0 ? (
          <DecisionsReview decisions={decisions} world={world} title="Decisions of the design" />
        ) : (
          <p className="text-sm text-ink-2">No decision was made in the form.</p>
        ),
    },
    {
      id: "noticed",
      label: noticed > 0 ? `Noticed ${noticed}` : "Noticed",
      content: <NoticedTab {...{ findings, flags, pitfalls }} />,
    },
  ];
}
