import type { ReactNode } from "react";
import type { MachineAgreement } from "@/lib/classroom/statistics/machine-agreement";
import { MIN_SUBMISSIONS } from "@/lib/classroom/statistics/point-statistics";
import { kappaWords } from "@/lib/evaluation/agreement";
import { shareWords, signedWords } from "../gradebook/numbers";

type SummaryProps = { submissions: number; alpha: number | null; agreement: MachineAgreement };

const Fact = ({ term, children }: { term: string; children: ReactNode }) => (
  <div>
    <dt className="text-sm text-ink-2">{term}</dt>
    <dd className="tabular-nums">{children}</dd>
  </div>
);

/** What the numbers below are over, and how far the assignment and the machine can be relied on. */
export function StatisticsSummary({ submissions, alpha, agreement }: SummaryProps) {
  const { decided, changedShare, meanChange, kappa } = agreement;
  return (
    <div className="grid gap-3">
      <dl className="grid grid-cols-2 gap-x-8 gap-y-4 sm:grid-cols-4">
        <Fact term="Submissions">{submissions}</Fact>
        <Fact term="Cronbach’s alpha">
          {alpha !== null ? alpha.toFixed(2) : submissions < MIN_SUBMISSIONS ? "too few" : "does not vary"}
        </Fact>
        <Fact term="Suggestions changed">
          {changedShare === null ? "none decided yet" : `${shareWords(changedShare)} of ${decided}`}
          {meanChange !== null && (
            <span className="block text-sm text-ink-2">by {signedWords(meanChange)} on average</span>
          )}
        </Fact>
        <Fact term="Machine and graders (QWK)">
          {kappa === null ? (
            "too few decisions"
          ) : (
            <>
              {signedWords(kappa)}
              <span className="block text-sm text-ink-2">{kappaWords(kappa)}</span>
            </>
          )}
        </Fact>
      </dl>
      <p className="max-w-3xl text-sm text-ink-2">
        What nobody has decided counts as the machine suggests it. Difficulty is the mean credit, so an easy
        point has a high one. Discrimination is the correlation of a point with the rest of the score (Lord
        and Novick, 1968); beside it the upper less the lower 27 % (Ebel, 1965). With fewer than{" "}
        {MIN_SUBMISSIONS} submissions neither is shown.
      </p>
    </div>
  );
}
