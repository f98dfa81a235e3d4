import { formatDate } from "@/components/content/format-date";
import { Disclosure } from "@/components/ui/disclosure";
import { Table } from "@/components/ui/table";
import { formatFixed } from "@/lib/framework/units";
import type { GraderCard } from "@/lib/grading/report-card/schema";

/** When, on what and how fast; how each figure is defined. */
export function Provenance({ card }: { card: GraderCard }) {
  const { timing, fingerprints, conventions } = card;
  return (
    <div className="grid max-w-3xl gap-4">
      <p className="tabular-nums">
        Measured on {formatDate(card.date)} ({timing.machine}). Median time:{" "}
        {formatFixed(timing.msPerJudgement, 1)} ms a point of an answer,{" "}
        {formatFixed(timing.msPerStageAnswer, 0)} ms an answer to a stage,{" "}
        {formatFixed(timing.msPerWholeAnswer, 0)} ms a whole interview.
      </p>
      <Disclosure summary="How each figure is defined">
        <ul className="grid list-disc gap-1.5 pl-5 text-sm text-ink-2">
          {conventions.map((convention) => (
            <li key={convention}>{convention}</li>
          ))}
        </ul>
      </Disclosure>
      <Disclosure summary="What was measured, as hashes">
        <Table
          dense
          className="max-w-lg"
          caption="A test fails when one of these is no longer that of the repository"
          rows={Object.entries(fingerprints)}
          rowKey={([name]) => name}
          columns={[
            { key: "name", header: "What", rowHeader: true, cell: ([name]) => name },
            { key: "hash", header: "Hash", cell: ([, hash]) => <code className="font-mono">{hash}</code> },
          ]}
        />
      </Disclosure>
    </div>
  );
}
