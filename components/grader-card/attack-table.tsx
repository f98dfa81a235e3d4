import { Badge } from "@/components/ui/badge";
import { Table } from "@/components/ui/table";
import type { CardOutcome, GraderCard } from "@/lib/grading/report-card/schema";
import { fixed } from "./figures";
import { type CaseTitles, titleOf } from "./words";

const FLAGGED = "flagged: ";

type Row = {
  attack: string;
  rule: string;
  isHeldOut: boolean | undefined;
  outcomes: Readonly<Record<string, CardOutcome>>;
};

/** Attacks in their order, each with what it earned in every case. */
function rowsOf(cases: GraderCard["attacks"]["cases"]): Row[] {
  const [first = []] = Object.values(cases);
  return first
    .filter(({ attack }) => !attack.startsWith(FLAGGED))
    .map(({ attack, rule, isHeldOut }) => ({
      attack,
      rule,
      isHeldOut,
      outcomes: Object.fromEntries(
        Object.entries(cases).flatMap(([slug, outcomes]) => {
          const found = outcomes.find((outcome) => outcome.attack === attack);
          return found ? [[slug, found]] : [];
        }),
      ),
    }));
}

function AttackName({ attack, isHeldOut }: { attack: string; isHeldOut?: boolean | undefined }) {
  return (
    <>
      {attack.charAt(0).toUpperCase() + attack.slice(1)}
      {isHeldOut && <span className="font-normal text-ink-2"> (no gate of its own)</span>}
    </>
  );
}

function Verdict({ holds }: { holds: boolean }) {
  return holds ? <Badge tone="good">holds</Badge> : <Badge tone="bad">broken</Badge>;
}

/** What each attack earns in each case, and whether the bound holds. */
export function AttackTable({ card, titles }: { card: GraderCard; titles: CaseTitles }) {
  const { cases } = card.attacks;
  const orders = Object.values(cases)
    .flat()
    .filter(({ attack }) => attack.startsWith(FLAGGED));
  return (
    <>
      <Table
        dense
        caption="Mean share of a stage’s points, over seven stages. One stage may lie 0.2 above the bound."
        rows={rowsOf(cases)}
        rowKey={({ attack }) => attack}
        columns={[
          {
            key: "attack",
            header: "What is handed in",
            rowHeader: true,
            cell: (row) => <AttackName {...row} />,
          },
          { key: "rule", header: "Should earn", numeric: true, cell: ({ rule }) => rule },
          ...Object.keys(cases).map((slug) => ({
            key: slug,
            header: titleOf(titles, slug),
            numeric: true,
            cell: ({ outcomes }: Row) => fixed(outcomes[slug]?.mean),
          })),
          {
            key: "holds",
            header: "Bound",
            cell: ({ outcomes }) => <Verdict holds={Object.values(outcomes).every(({ holds }) => holds)} />,
          },
        ]}
      />
      <p className="mt-3 text-sm text-ink-2 tabular-nums">
        Orders to the grader that it flags as such: {orders.filter(({ holds }) => holds).length} of{" "}
        {orders.length}.
      </p>
    </>
  );
}

/** The same attacks on questions without a rubric. */
export function ShortAttackTable({ outcomes }: { outcomes: readonly CardOutcome[] }) {
  return (
    <Table
      dense
      className="max-w-2xl"
      caption="The same on short answers: mean score over the test questions"
      rows={outcomes}
      rowKey={({ attack }) => attack}
      columns={[
        {
          key: "attack",
          header: "What is handed in",
          rowHeader: true,
          cell: (row) => <AttackName {...row} />,
        },
        { key: "rule", header: "Should earn", numeric: true, cell: ({ rule }) => rule },
        { key: "mean", header: "Earns", numeric: true, cell: ({ mean }) => fixed(mean) },
        { key: "holds", header: "Bound", cell: ({ holds }) => <Verdict holds={holds} /> },
      ]}
    />
  );
}
