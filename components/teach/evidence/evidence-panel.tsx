import { ClassDate } from "@/components/teach/assignment/class-date";
import { LinkButton } from "@/components/ui/link-button";
import { Table } from "@/components/ui/table";
import { checkAddress } from "@/lib/classroom/evidence/lab-address";
import type { AttachedRun, Evidence } from "@/lib/data/submission/load-evidence";

/**
 * The grader's view of an attached lab run: what the student's browser said that it gave, and the address that runs it
 * again. What is stored is never taken on trust; the lab says whether the new run is identical or where it differs.
 */
export function EvidencePanel({ required, runs, timeZone }: Evidence & { timeZone: string }) {
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
        <Run key={run.id} {...{ run, timeZone }} />
      ))}
    </div>
  );
}

function Run({ run, timeZone }: { run: AttachedRun; timeZone: string }) {
  const { id, path, outcome, attachedAtMs } = run;
  return (
    <section aria-label="Attached lab run" className="grid gap-3">
      <p className="text-sm text-ink-2">
        Attached <ClassDate atMs={attachedAtMs} timeZone={timeZone} />. Run{" "}
        <code>{outcome.hash.slice(0, 8)}</code>, as the student’s browser reported it.
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
      {outcome.figures.length > 0 && (
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
      )}
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
