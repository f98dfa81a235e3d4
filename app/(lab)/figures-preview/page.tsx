import { AnnMemoryFigure } from "@/components/content/figures/ann-memory-figure";
import { CapacityFigure } from "@/components/content/figures/capacity-figure";
import { CrossLayerFigure } from "@/components/content/figures/cross-layer-figure";
import { DriftFigure } from "@/components/content/figures/drift-figure";
import { LatencyBudgetFigure } from "@/components/content/figures/latency-budget-figure";
import { LogQFigure } from "@/components/content/figures/log-q-figure";
import { NdcgFigure } from "@/components/content/figures/ndcg-figure";
import { ObjectiveFigure } from "@/components/content/figures/objective-figure";
import { PositionBiasFigure } from "@/components/content/figures/position-bias-figure";
import { PrecisionFigure } from "@/components/content/figures/precision-figure";
import { SampleSizeFigure } from "@/components/content/figures/sample-size-figure";
import { SamplingCorrectionFigure } from "@/components/content/figures/sampling-correction-figure";
import { StageClockFigure } from "@/components/content/figures/stage-clock-figure";
import { TimeSplitFigure } from "@/components/content/figures/time-split-figure";
export const metadata = { title: "preview" };
export default function Page() {
  return (
    <main className="mx-auto max-w-[46rem] px-4 py-8">
      <h1>Figures</h1>
      <StageClockFigure stage="clarify" caption="Minutes per stage for rounds of 30, 45 and 60 minutes, with this stage marked." />
      <CapacityFigure dailyUsers={100000000} requestsPerUser={10} peakFactor={2.5} candidates={800} impressionsPerRequest={20} bytesPerImpression={1000} caption="From five assumptions to requests, scores and log bytes. Change one and watch which of the others it moves." />
      <PrecisionFigure prevalence={0.001} truePositiveRate={0.9} falsePositiveRate={0.01} caption="What a flag is worth at a given prevalence, and the threshold that minimises expected cost." />
      <ObjectiveFigure caption="Five videos, four predictions each. The weights, not the model, decide which of them leads." />
      <SamplingCorrectionFigure rate={0.025} caption="The probability that the model reports on down-sampled data, and the true one behind it." />
      <PositionBiasFigure sessions={200000} caption="Ten items in a fixed order, looked at with probability 1/rank." />
      <TimeSplitFigure caption="The same model and data, split at random and split by time." />
      <LogQFigure caption="In-batch softmax with and without the correction." />
      <CrossLayerFigure inputDim={256} layers={3} caption="Parameters and reachable degree of cross layers." />
      <NdcgFigure grades={[3, 2, 3, 0, 1, 2]} caption="Reorder graded results." />
      <SampleSizeFigure baseline={0.05} relativeEffect={0.01} dailyUnits={1000000} caption="Users per arm for a base rate." />
      <LatencyBudgetFigure budgetMs={200} steps={[["Gateway", 10], ["Features", 15], ["Retrieve: two-tower", 30], ["Retrieve: co-watch", 18], ["Filter", 5], ["Item features", 40], ["Rank", 60], ["Re-rank", 10], ["Assemble and log", 10]]} caption="One request in milliseconds." />
      <AnnMemoryFigure vectors={10000000} dim={256} caption="Memory of an index." />
      <DriftFigure caption="Two distributions and a shift." />
    </main>
  );
}
