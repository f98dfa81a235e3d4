import { Table } from "@/components/ui/table";
import type { LatePolicy } from "@/lib/classroom/assignment";
import type { AssignmentInput } from "@/lib/classroom/assignment-input";
import { resolveWallTime } from "@/lib/classroom/dates/wall-time";
import { lateExamples } from "@/lib/classroom/late-policy";
import { lateWords } from "@/lib/classroom/late-words";
import { formatNumber } from "@/lib/framework/units";

const GRADES = [90, 60] as const;
const SECOND_MS = 1_000;

/** Null while a number is missing or none that can be used. */
function policyOf({ latePolicy }: AssignmentInput): LatePolicy | null {
  const { percentPerUnit, floorPercent, graceMinutes } = latePolicy;
  if (percentPerUnit === null || floorPercent === null || graceMinutes === null) return null;
  if (Math.min(percentPerUnit, floorPercent, graceMinutes) < 0) return null;
  return { ...latePolicy, percentPerUnit, floorPercent, graceMinutes } as LatePolicy;
}

function windowSeconds({ dueAt, lateDueAt }: AssignmentInput, timeZone: string): number {
  const [due, late] = [dueAt, lateDueAt].map((date) => {
    const resolved = date && resolveWallTime(date.wall, timeZone);
    if (resolved?.kind === "one") return resolved.atMs;
    return date && resolved?.kind === "twice" ? resolved[date.fold].atMs : null;
  });
  return due == null || late == null ? 0 : (late - due) / SECOND_MS;
}

const percent = (value: number) => `${formatNumber(value)} %`;

/** What the policy does to two grades, as it is being set. */
export function LatePreview({ input, timeZone }: { input: AssignmentInput; timeZone: string }) {
  const policy = policyOf(input);
  const examples = policy ? lateExamples(policy, windowSeconds(input, timeZone), GRADES) : [];
  if (!policy || examples.length === 0) return null;
  return (
    <Table
      dense
      className="max-w-lg"
      caption="What it costs"
      rows={examples}
      rowKey={({ lateSeconds }) => String(lateSeconds)}
      columns={[
        { key: "late", header: "Late by", rowHeader: true, cell: (row) => lateWords(row.lateSeconds) },
        {
          key: "units",
          header: "Counts as",
          numeric: true,
          cell: ({ units }) =>
            units === 0 ? "in time" : `${formatNumber(units)} ${policy.unit === "day" ? "d" : "h"}`,
        },
        ...GRADES.map((grade, index) => ({
          key: `of-${grade}`,
          header: `${grade} % becomes`,
          numeric: true,
          cell: ({ taken }: (typeof examples)[number]) => percent(grade - (taken[index] ?? 0)),
        })),
      ]}
    />
  );
}
