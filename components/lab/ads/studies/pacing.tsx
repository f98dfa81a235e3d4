"use client";

import { useState } from "react";
import { ChartTable } from "@/components/charts/chart-table";
import { LineChart } from "@/components/charts/line-chart";
import { formatHour, formatMoney } from "@/components/lab/ads/ads-format";
import type { StudyPanelProps } from "@/components/lab/ads/ads-lab-types";
import { Study } from "@/components/lab/core/study/study";
import { StudyFigure } from "@/components/lab/core/study/study-figure";
import { formatCount, formatShare } from "@/components/lab/format";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import { Table } from "@/components/ui/table";
import type { AdKnobs } from "@/lib/pipeline/ads/knobs";
import type { PacingDay } from "@/lib/pipeline/ads/study-schemas";

const REQUESTS = [1_000, 4_000, 12_000];

export function describePacing({ paced, unpaced }: PacingDay): string {
  return `Without pacing ${formatShare(unpaced.exhaustedShare)} of the campaigns run out before the last hour, with pacing ${formatShare(paced.exhaustedShare)}. A click costs ${formatMoney(paced.pricePerClick)} instead of ${formatMoney(unpaced.pricePerClick)}, and the clicks of the day are worth ${formatMoney(paced.value)} instead of ${formatMoney(unpaced.value)} to their advertisers.`;
}

type PacingStudyProps = Pick<StudyPanelProps, "ask" | "study" | "onStudy"> & { knobs: AdKnobs };

/** A day of auctions, with budgets that are spent as fast as they can or made to last. */
export function PacingStudy({ ask, knobs, study, onStudy }: PacingStudyProps) {
  const requests = study.pacingRequests;
  const settings = { requests, knobs };
  return (
    <Study
      title="Pacing over a day"
      about="A campaign with a good bid wins in the morning until its budget is gone, and misses the evening. Pacing lowers its bids so that the money lasts. See the factor on the bids of one campaign fall when it spends faster than its day allows, and below what that does to campaigns that run out, to prices and to what advertisers get."
      controls={
        <Field label="Requests of the day" className="w-44">
          {(control) => (
            <Select
              {...control}
              value={requests}
              onChange={(event) => onStudy({ pacingRequests: Number(event.target.value) })}
            >
              {REQUESTS.map((count) => (
                <option key={count} value={count}>
                  {formatCount(count)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      }
      action="Run a day"
      activity="Running the day with and without pacing"
      settings={settings}
      run={(options) => ask("ads-pacing", settings, options)}
      finding={describePacing}
    >
      {(result) => <Result result={result} />}
    </Study>
  );
}

/** Of budgets that are hardly spent, the part that the day spends at all. */
function ofDay(spent: readonly number[]): readonly number[] {
  const whole = spent.at(-1) || 1;
  return spent.map((share) => share / whole);
}

function Result({ result }: { result: PacingDay }) {
  const { hours, curves } = result;
  const line = (values: readonly number[]) => hours.map((hour, index) => [hour, values[index] ?? 0] as const);
  const x = {
    kind: "linear",
    label: "hour of the day",
    format: formatHour,
    domain: [0, 24],
    tickValues: [0, 6, 12, 18, 24],
  } as const;
  return (
    <>
      <div className="grid gap-6 md:grid-cols-2">
        <StudyFigure caption="Spent so far of what the day spends, and requests so far">
          <LineChart
            title="Cumulative spend over the day"
            description={describePacing(result)}
            series={[
              { id: "unpaced", label: "without pacing", color: 2, points: line(ofDay(curves.unpaced)) },
              { id: "paced", label: "with pacing", color: 1, points: line(ofDay(curves.paced)) },
              { id: "requests", label: "requests", color: 3, dash: true, points: line(curves.requests) },
            ]}
            x={x}
            y={{ kind: "linear", label: "share of the day", format: formatShare, tickCount: 4 }}
          />
        </StudyFigure>
        <Campaign result={result} />
      </div>
      <ChartTable
        caption="Cumulative shares by the hour"
        columns={[
          { key: "hour", header: "Until", rowHeader: true, cell: (row) => formatHour(row.hour) },
          { key: "requests", header: "Requests", numeric: true, cell: (row) => formatShare(row.requests) },
          {
            key: "paced",
            header: "Of all budgets with pacing",
            numeric: true,
            cell: (row) => formatShare(row.paced),
          },
          {
            key: "unpaced",
            header: "Of all budgets without",
            numeric: true,
            cell: (row) => formatShare(row.unpaced),
          },
        ]}
        rows={hours.map((hour, index) => ({
          hour,
          requests: curves.requests[index] ?? 0,
          paced: curves.paced[index] ?? 0,
          unpaced: curves.unpaced[index] ?? 0,
        }))}
        rowKey={(row) => String(row.hour)}
      />
      <Totals result={result} />
    </>
  );
}

function Campaign({ result }: { result: PacingDay }) {
  const [chosen, setChosen] = useState(0);
  const campaign = result.campaigns[chosen] ?? result.campaigns[0];
  if (!campaign) return null;
  const line = (values: readonly number[]) =>
    result.hours.map((hour, index) => [hour, values[index] ?? 0] as const);
  return (
    <StudyFigure
      caption={`One campaign: its budget of ${formatMoney(campaign.budget)}, and the factor on its bids`}
    >
      <Field label="Campaign" hideLabel className="mb-2 max-w-xs">
        {(control) => (
          <Select {...control} value={chosen} onChange={(event) => setChosen(event.target.selectedIndex)}>
            {result.campaigns.map(({ campaign: name }, index) => (
              <option key={name} value={index}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <LineChart
        title={`Spend of ${campaign.campaign}`}
        description="Share of its budget that is spent with and without pacing, and the factor that pacing puts on its bids."
        series={[
          { id: "unpaced", label: "without pacing", color: 2, points: line(campaign.unpaced) },
          { id: "paced", label: "with pacing", color: 1, points: line(campaign.paced) },
          {
            id: "multiplier",
            label: "factor on bids",
            color: 4,
            dash: true,
            points: line(campaign.multiplier),
          },
        ]}
        x={{
          kind: "linear",
          label: "hour of the day",
          format: formatHour,
          domain: [0, 24],
          tickValues: [0, 6, 12, 18, 24],
        }}
        y={{
          kind: "linear",
          label: "share of the budget; factor",
          format: formatShare,
          domain: [0, 1],
          tickCount: 4,
        }}
        height={182}
      />
    </StudyFigure>
  );
}

type Totals = PacingDay["paced"];
const TOTALS: ReadonlyArray<readonly [string, (day: Totals) => string]> = [
  ["Requests filled", (day) => `${formatCount(day.filled)} of ${formatCount(day.requests)}`],
  ["Revenue", (day) => formatMoney(day.revenue)],
  ["Clicks expected", (day) => formatCount(Math.round(day.clicks))],
  ["Price per click", (day) => formatMoney(day.pricePerClick)],
  ["Worth to advertisers", (day) => formatMoney(day.value)],
  ["Budgets spent", (day) => formatShare(day.spentShare)],
  ["Campaigns that ran out", (day) => formatShare(day.exhaustedShare)],
];

function Totals({ result }: { result: PacingDay }) {
  return (
    <Table
      dense
      caption="The day in numbers, by the true click rates"
      columns={[
        {
          key: "name",
          header: <span className="sr-only">Quantity</span>,
          rowHeader: true,
          cell: ([name]) => name,
        },
        { key: "paced", header: "With pacing", numeric: true, cell: ([, of]) => of(result.paced) },
        { key: "unpaced", header: "Without", numeric: true, cell: ([, of]) => of(result.unpaced) },
      ]}
      rows={TOTALS}
      rowKey={([name]) => name}
    />
  );
}
