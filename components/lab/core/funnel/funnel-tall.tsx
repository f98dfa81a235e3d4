import { bandOpacity } from "@/components/lab/core/funnel/funnel-stages";
import { StageTabs, type StageTabsProps } from "@/components/lab/core/funnel/stage-tabs";
import { formatCount, formatMilliseconds } from "@/components/lab/format";
import { type FunnelStage, funnelHeight } from "@/lib/charts/funnel-layout";

/** The funnel of a phone: top to bottom, a row for each stage. */
export function FunnelTall({
  stages,
  items,
  fullHeightCount,
  tabs,
}: {
  stages: readonly FunnelStage[];
  items: string;
  fullHeightCount: number;
  tabs?: StageTabsProps;
}) {
  const half = (count: number) => funnelHeight(count, fullHeightCount, 100, 3) / 2;
  const first = stages[0];
  return (
    <div className="sm:hidden">
      {first && (
        <p className="mb-1 text-center text-sm font-medium tabular-nums">
          {formatCount(first.itemsIn)} {items}
        </p>
      )}
      {tabs ? (
        <StageTabs stages={stages} {...tabs} isColumn className="grid">
          {(stage, index) => <Row stage={stage} index={index} count={stages.length} half={half} />}
        </StageTabs>
      ) : (
        stages.map((stage, index) => (
          <Row key={stage.id} stage={stage} index={index} count={stages.length} half={half} />
        ))
      )}
    </div>
  );
}

type RowProps = { stage: FunnelStage; index: number; count: number; half: (count: number) => number };

function Row({ stage, index, count, half }: RowProps) {
  const [top, bottom] = [half(stage.itemsIn), half(stage.itemsOut)];
  const corners = `${50 - top}% 0, ${50 + top}% 0, ${50 + bottom}% 100%, ${50 - bottom}% 100%`;
  return (
    <span className="relative grid h-11 grid-cols-[1fr_1fr_1fr] items-center px-1 text-left text-sm">
      <span
        aria-hidden
        className="absolute inset-0 bg-accent"
        style={{ clipPath: `polygon(${corners})`, opacity: bandOpacity(index, count) * 0.55 }}
      />
      <span className="relative font-medium">{stage.label}</span>
      <span className="relative text-center font-medium tabular-nums">{formatCount(stage.itemsOut)}</span>
      <span className="relative text-right tabular-nums">{formatMilliseconds(stage.milliseconds)}</span>
    </span>
  );
}
