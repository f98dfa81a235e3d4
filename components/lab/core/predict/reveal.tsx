import { Check, Minus, X } from "lucide-react";
import { BarChart } from "@/components/charts/bar-chart";
import { ChartTable } from "@/components/charts/chart-table";
import type { Attempt } from "@/components/lab/core/predict/attempts";
import { type Bar, VERDICT_WORDS, type Verdict } from "@/components/lab/core/predict/question";
import { Badge, type Tone } from "@/components/ui/badge";

const TONES: Record<Verdict, Tone> = { right: "good", close: "warn", wrong: "bad" };
const ICONS: Record<Verdict, typeof Check> = { right: Check, close: Minus, wrong: X };

export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const Icon = ICONS[verdict];
  return (
    <Badge tone={TONES[verdict]}>
      <Icon size={12} aria-hidden />
      {VERDICT_WORDS[verdict]}
    </Badge>
  );
}

/** What was predicted, what came out, the difference drawn, and why. */
export function Reveal({ attempt }: { attempt: Attempt }) {
  const { outcome, verdict, answer } = attempt;
  return (
    <div className="grid max-w-2xl gap-4">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <VerdictMark verdict={verdict} />
        <span className="text-lg font-semibold">{outcome.said}</span>
        <span className="text-sm text-ink-2">You said: {answer}</span>
      </p>
      <Bars bars={outcome.bars} title={attempt.asked} />
      <p className="text-sm">
        {outcome.why[0]} {outcome.why[1]}
      </p>
    </div>
  );
}

/** Bars of one unit share a scale: what is labelled a time stands in a chart of its own. */
function Bars({ bars, title }: { bars: readonly Bar[]; title: string }) {
  const times = bars.filter(({ label }) => label.startsWith("Time"));
  const others = bars.filter((bar) => !times.includes(bar));
  return (
    <div className="grid gap-3">
      {[others, times]
        .filter((group) => group.length > 0)
        .map((group) => (
          <BarChart
            key={group[0]?.label}
            title={title}
            description="What was computed just now; the table holds the same numbers."
            rows={group.map(({ label, value, valueLabel }, index) => ({
              id: label,
              label,
              valueLabel,
              segments: [{ id: "value", value, color: 1, muted: index > 0 && group.length > 2 }],
            }))}
          />
        ))}
      <ChartTable
        caption={title}
        columns={[
          { key: "label", header: "Case", rowHeader: true, cell: (bar) => bar.label },
          { key: "value", header: "Computed", numeric: true, cell: (bar) => bar.valueLabel },
        ]}
        rows={bars}
        rowKey={(bar) => bar.label}
      />
    </div>
  );
}
