import { Badge, type Tone } from "@/components/ui/badge";
import { type Column, Table } from "@/components/ui/table";
import type { HostUse, Use } from "@/lib/data/language-model/read-host-use";
import { MODEL_FAILURE_WORDS } from "@/lib/interview/model-failure";

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });
const instant = new Intl.DateTimeFormat("en-GB", {
  dateStyle: "medium",
  timeStyle: "short",
  timeZone: "UTC",
});
const count = (value: number) => value.toLocaleString("en-GB");

const PHASES: Record<HostUse["breaker"]["phase"], { words: string; tone: Tone }> = {
  closed: { words: "in use", tone: "good" },
  open: { words: "left alone for a minute after failures", tone: "bad" },
  "half-open": { words: "the next call tries whether it is back", tone: "warn" },
};

function State({ model, breaker }: Pick<HostUse, "model" | "breaker">) {
  if (!model)
    return (
      <p>
        There is none. The script asks, the report grades, and nothing leaves this machine. The settings that
        begin with LLM_ in the README turn one on.
      </p>
    );
  const phase = PHASES[breaker.phase];
  const rows = [
    ["Model", model.name],
    ["Served at", model.servedAt],
    ["What it does", model.tasks],
    ["Budget of a person", `${count(model.tokensPerPerson)} tokens a day`],
    ["Budget of all", `${count(model.tokensPerDay)} tokens a day`],
    [
      "Last failure",
      breaker.lastFailure && breaker.lastFailureAtMs !== null
        ? `${MODEL_FAILURE_WORDS[breaker.lastFailure]} (${instant.format(breaker.lastFailureAtMs)} UTC)`
        : "none",
    ],
  ];
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 text-sm">
      <dt className="text-ink-2">State</dt>
      <dd>
        <Badge tone={phase.tone}>{phase.words}</Badge>
      </dd>
      {rows.map(([term, words]) => (
        <div key={term} className="contents">
          <dt className="text-ink-2">{term}</dt>
          <dd className="[overflow-wrap:anywhere]">{words}</dd>
        </div>
      ))}
    </dl>
  );
}

function columnsFor<Row extends Use>(name: Column<Row>, model: HostUse["model"]): Column<Row>[] {
  const number = (key: keyof Use, header: string): Column<Row> => ({
    key,
    header,
    numeric: true,
    cell: (row) => count(row[key]),
  });
  const cost: Column<Row> = {
    key: "cost",
    header: `Cost, ${model?.currency ?? ""}`,
    numeric: true,
    cell: (row) => row.cost.toFixed(4),
  };
  return [
    { ...name, rowHeader: true },
    number("calls", "Calls"),
    number("failures", "Failed"),
    number("tokensIn", "Tokens in"),
    number("tokensOut", "Tokens out"),
    ...(model?.hasPrices ? [cost] : []),
  ];
}

/** The state of the language model and what it has cost in the last thirty days. */
export function ModelUse({ use }: { use: HostUse }) {
  const { model, breaker, days, people } = use;
  return (
    <div className="grid gap-10">
      <State model={model} breaker={breaker} />
      {model && !model.hasPrices && (
        <p className="text-sm text-ink-2">Set LLM_PRICE_IN and LLM_PRICE_OUT to see cost beside tokens.</p>
      )}
      {days.length === 0 ? (
        <p className="text-ink-2">Nothing was used in the last thirty days.</p>
      ) : (
        <>
          <Table
            caption="By day (UTC), the last thirty days. Deleted accounts still count here."
            columns={columnsFor<HostUse["days"][number]>(
              { key: "day", header: "Day", cell: ({ dayMs }) => day.format(dayMs) },
              model,
            )}
            rows={days}
            rowKey={({ dayMs }) => String(dayMs)}
            dense
          />
          <Table
            caption="By person, the last thirty days, the most first. Accounts are shown by number, without names."
            columns={columnsFor<HostUse["people"][number]>(
              {
                key: "person",
                header: "Person",
                cell: ({ id, isGuest }) => `${isGuest ? "guest" : "account"} ${id.slice(0, 8)}`,
              },
              model,
            )}
            rows={people}
            rowKey={({ id }) => id}
            dense
          />
        </>
      )}
    </div>
  );
}
