import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { ProgressBar } from "@/components/ui/meter";
import { type Column, Table } from "@/components/ui/table";
import type { PeerOverview, ReviewerRow } from "@/lib/data/peer-review/load-overview";
import { JudgeFlag, type JudgeFlagAction } from "./judge-flag";
import { OpenReviews, type OpenReviewsAction } from "./open-reviews";
import { alphaWords, biasWords, distanceWords } from "./words";

type Props = {
  ids: { classId: string; assignmentId: string };
  overview: PeerOverview;
  closesAt: string;
  actions: { open: OpenReviewsAction; judge: JudgeFlagAction };
};

const COLUMNS: Column<ReviewerRow>[] = [
  { key: "label", header: "Reviewer", rowHeader: true, cell: ({ label }) => label },
  { key: "given", header: "Given", numeric: true, cell: ({ given, assigned }) => `${given} of ${assigned}` },
  {
    key: "calibration",
    header: "Calibration answer",
    cell: ({ calibrationError }) => (calibrationError === null ? "not yet" : distanceWords(calibrationError)),
  },
  {
    key: "bias",
    header: "Against the graders",
    cell: ({ bias }) => (bias === null ? "nothing to compare" : biasWords(bias)),
  },
];

function Agreement({ overview }: { overview: PeerOverview }) {
  const { alpha, calibrationError } = overview;
  return (
    <section aria-labelledby="agreement" className="grid gap-2">
      <h2 id="agreement" className="text-lg font-semibold">
        How far reviewers agree
      </h2>
      {alpha === null ? (
        <p className="text-ink-2">Nothing can be compared yet: two reviews of one answer are needed.</p>
      ) : (
        <p>
          Krippendorff's alpha is <span className="font-semibold tabular-nums">{alpha.toFixed(2)}</span>:{" "}
          <Badge tone={alphaWords(alpha).tone}>{alphaWords(alpha).words}</Badge>
        </p>
      )}
      {calibrationError !== null && (
        <p className="text-ink-2">
          On the calibration answer they were {distanceWords(calibrationError)}, on average.
        </p>
      )}
    </section>
  );
}

/** Peer review for the staff. */
export function PeerOverviewView({ ids, overview, closesAt, actions }: Props) {
  const { reviews, submitted, reviewers, flags, canOpen } = overview;
  if (reviews === 0)
    return (
      <EmptyState
        title="The reviews are not given out yet"
        action={canOpen && <OpenReviews ids={ids} open={actions.open} />}
      >
        {canOpen
          ? "Everybody who submitted gets a calibration answer and then fellows' answers to the same case."
          : `They can be given out after ${closesAt}, when nothing more is accepted, and before reviews are due.`}
      </EmptyState>
    );
  const done = `${submitted} of ${reviews} reviews`;
  return (
    <div className="grid gap-10">
      <div className="grid gap-1">
        <p className="text-sm text-ink-2">{done}</p>
        <ProgressBar label="Reviews done" value={submitted} max={reviews} valueText={done} />
      </div>
      <Agreement overview={overview} />
      <section aria-labelledby="flags">
        <h2 id="flags" className="mb-2 text-lg font-semibold">
          Flagged reviews
        </h2>
        {flags.length === 0 ? (
          <p className="text-ink-2">None.</p>
        ) : (
          <ul>
            {flags.map((flag) => (
              <JudgeFlag key={flag.id} ids={ids} flag={flag} judge={actions.judge} />
            ))}
          </ul>
        )}
      </section>
      <Table
        caption="Reviewers"
        columns={COLUMNS}
        rows={reviewers}
        rowKey={({ label }, index) => `${label}-${index}`}
      />
    </div>
  );
}
