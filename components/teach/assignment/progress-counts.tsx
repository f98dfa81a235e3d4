import type { LoadedAssignment } from "@/lib/data/assignment/load-assignment";

/** How far the class is, as three numbers of all students. */
export function ProgressCounts({ progress }: { progress: LoadedAssignment["progress"] }) {
  const { started, submitted, graded, students } = progress;
  const counts = { Started: started, Submitted: submitted, Graded: graded };
  return (
    <dl className="flex flex-wrap gap-x-10 gap-y-3">
      {Object.entries(counts).map(([term, count]) => (
        <div key={term} className="grid">
          <dt className="text-sm text-ink-2">{term}</dt>
          <dd className="text-2xl font-semibold tabular-nums">
            {count}
            <span className="text-base font-normal text-ink-2"> of {students}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
