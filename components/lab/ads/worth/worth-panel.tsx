"use client";

import { BarChart } from "@/components/charts/bar-chart";
import { formatMoney } from "@/components/lab/ads/ads-format";
import type { StudyPanelProps } from "@/components/lab/ads/ads-lab-types";
import { type PartVariant, partVariants } from "@/components/lab/ads/worth/variants";
import { Study } from "@/components/lab/core/study/study";
import { StudyFigure } from "@/components/lab/core/study/study-figure";
import { formatCount, formatMilliseconds, formatShare } from "@/components/lab/format";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import { type Column, Table } from "@/components/ui/table";
import type { AdKnobs } from "@/lib/pipeline/ads/knobs";
import type { AdEffect } from "@/lib/pipeline/ads/trace";

/** Means of one request, money and clicks of a thousand. */
type Effect = Omit<AdEffect, "winners" | "titles">;
type Line = { id: string; label: string; effect: Effect; variant: PartVariant | null };
const REQUESTS = [50, 200, 1_000];

const change = (effect: Effect, base: Effect) => effect.expectedRevenue - base.expectedRevenue;
function signed(amount: number): string {
  const text = formatMoney(Math.abs(amount));
  if (Number(text) === 0) return text;
  return `${amount < 0 ? "−" : "+"}${text}`;
}

/** The part that is missed most. */
export function describeWorth(base: Effect, lines: readonly Line[]): string {
  const judged = lines.filter(({ variant }) => variant?.isOnNow);
  const worst = judged.toSorted((a, b) => change(a.effect, base) - change(b.effect, base))[0];
  if (!worst) return "";
  if (change(worst.effect, base) >= 0)
    return "No part is missed on these requests: revenue by the true click rates is as high without.";
  return `${worst.label} costs most: revenue per thousand requests, by the true click rates, goes from ${formatMoney(base.expectedRevenue)} to ${formatMoney(worst.effect.expectedRevenue)}.`;
}

type WorthPanelProps = Pick<StudyPanelProps, "ask" | "study" | "onStudy"> & {
  knobs: AdKnobs;
  onKnobs: (knobs: AdKnobs) => void;
};

/** Each part switched the other way alone, over many requests of a day, judged by the true click rates. */
export function WorthPanel({ ask, knobs, onKnobs, study, onStudy }: WorthPanelProps) {
  const requests = study.worthRequests;
  const settings = { requests, knobs };
  const variants = partVariants(knobs);
  return (
    <Study
      title="What each part is worth"
      about="Each part is switched off alone, over the same requests of the last day. The simulator, which knows every click probability, says what the winners would bring: no model sees that. One request is one sample; a day is many."
      controls={
        <Field label="Requests" className="w-36">
          {(control) => (
            <Select
              {...control}
              value={requests}
              onChange={(event) => onStudy({ worthRequests: Number(event.target.value) })}
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
      action="Switch each part off"
      activity="Running the requests once for each part"
      settings={settings}
      run={async (options) => {
        const effects = await ask(
          "ads-compare-day",
          { ...settings, variants: variants.map(({ id, knobs: changed }) => ({ id, knobs: changed })) },
          options,
        );
        return linesOf(effects, variants);
      }}
      finding={(lines) => (lines[0] ? describeWorth(lines[0].effect, lines) : "")}
    >
      {(lines) => <Result lines={lines} onKnobs={onKnobs} />}
    </Study>
  );
}

function linesOf(effects: readonly Effect[], variants: readonly PartVariant[]): Line[] {
  return effects.map((mean): Line => {
    const effect = {
      ...mean,
      expectedRevenue: 1000 * mean.expectedRevenue,
      predictedRevenue: 1000 * mean.predictedRevenue,
    };
    const variant = variants.find(({ id }) => id === effect.id) ?? null;
    const label = variant ? `${variant.label} ${variant.isOnNow ? "off" : "on"}` : "As it is";
    return { id: effect.id, label, effect, variant };
  });
}

function Result({ lines, onKnobs }: { lines: readonly Line[]; onKnobs: (knobs: AdKnobs) => void }) {
  const base = lines[0]?.effect;
  if (!base) return null;
  const others = lines.slice(1);
  return (
    <div className="grid gap-6 xl:grid-cols-[minmax(0,16rem)_minmax(0,1fr)]">
      <StudyFigure
        caption={`What becomes of a revenue of ${formatMoney(base.expectedRevenue)} per thousand requests`}
      >
        <BarChart
          title="Change of the revenue when one part is switched the other way"
          description="Bars to the left of zero: the part is missed. The table beside holds all numbers."
          rows={others.map(({ id, label, effect }) => ({
            id,
            label,
            valueLabel: signed(change(effect, base)),
            segments: [
              { id: "change", value: change(effect, base), color: change(effect, base) < 0 ? 2 : 1 },
            ],
          }))}
        />
      </StudyFigure>
      <WorthTable lines={lines} onKnobs={onKnobs} />
    </div>
  );
}

function WorthTable({ lines, onKnobs }: { lines: readonly Line[]; onKnobs: (knobs: AdKnobs) => void }) {
  const most = lines[0]?.effect.kept ?? 0;
  const number = (key: string, header: string, of: (effect: Effect) => string): Column<Line> => ({
    key,
    header,
    numeric: true,
    cell: ({ effect }) => of(effect),
  });
  return (
    <Table
      dense
      caption="The same requests, one part switched at a time; money and clicks of a thousand requests"
      columns={[
        {
          key: "part",
          header: "Part",
          rowHeader: true,
          className: "whitespace-nowrap",
          cell: ({ label }) => label,
        },
        number("kept", "Same winners", ({ kept }) => (most > 0 ? formatShare(kept / most) : "")),
        number("revenue", "Revenue (truth)", (effect) => formatMoney(effect.expectedRevenue)),
        number("predicted", "Revenue predicted", (effect) => formatMoney(effect.predictedRevenue)),
        number("clicks", "Clicks (truth)", (effect) => effect.expectedClicks.toFixed(1)),
        number("ms", "Time", (effect) => formatMilliseconds(effect.milliseconds)),
        {
          key: "apply",
          header: <span className="sr-only">Apply</span>,
          cell: ({ variant }) =>
            variant && (
              <Button
                size="small"
                variant="quiet"
                className="whitespace-nowrap"
                onClick={() => onKnobs(variant.knobs)}
              >
                {variant.isOnNow ? "Switch off" : "Switch on"}
                <span className="sr-only"> {variant.label}</span>
              </Button>
            ),
        },
      ]}
      rows={lines}
      rowKey={({ id }) => id}
    />
  );
}
