import { LinkButton } from "@/components/ui/link-button";
import { Table } from "@/components/ui/table";
import { checkAddress, type EvidenceWorld } from "@/lib/classroom/evidence/lab-address";
import type { Outcome } from "@/lib/classroom/evidence/outcome";

export type AttachedRun = { id: string; path: string; outcome: Outcome; attachedAt: string };

type Props = {
  /** The lab that the assignment asks a run of; null when it asks for none. */
  required: EvidenceWorld | null;
  runs: readonly AttachedRun[];
};

/**
 * The grader's view of an attached lab run: what the student's browser said that it gave, and the address that runs it
 * again. What is stored is never taken on trust; the lab says whether the new run is identical or where it differs.
 */
export function EvidencePanel({ required, runs }: Props) {
  if (runs.length === 0)
    return (
      <p className={required ? "text-sm text-warn" : "text-sm text-ink-2"}>
        {required
          ? `A run of the ${required} lab was asked for; none is attached.`
          : "No lab run was asked for."}
      </p>
    );
  return (
    <div className="grid gap-6">
      {runs.map((run) => (
        <Run key={run.id} run={run} />
      ))}
    </div>
  );
}

function Run({ run: { id, path, outcome, attachedAt } }: { run: AttachedRun }) {
  return (
    <section aria-label="Attached lab run" className="grid gap-3">
      <p className="text-sm text-ink-2">
        Attached {attachedAt}. Run <code>{outcome.hash.slice(0, 8)}</code>, as the student’s browser reported
        it.
      </p>
      <div className="flex flex-wrap gap-2">
        <LinkButton
          size="small"
          variant="primary"
          href={checkAddress(path, id)}
          target="_blank"
          prefetch={false}
        >
          Run it again and compare
        </LinkButton>
      </div>
      <Table
        caption="What it gave"
        dense
        rows={outcome.figures}
        rowKey={({ name }) => name}
        columns={[
          { key: "name", header: "Figure", rowHeader: true, cell: ({ name }) => name },
          { key: "value", header: "Value", numeric: true, cell: ({ value }) => String(value) },
        ]}
      />
      <p className="text-sm text-ink-2 tabular-nums">
        Shown, in order:{" "}
        {outcome.items.length > 0
          ? outcome.items.map((item) => `#${item}`).join(", ")
          : "nothing came through"}
        .
      </p>
      <p className="text-xs break-all text-ink-2">
        <code>{path}</code>
      </p>
    </section>
  );
}
