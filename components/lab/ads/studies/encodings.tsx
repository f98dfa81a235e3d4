"use client";

import { DotChart } from "@/components/charts/dot-chart";
import { type StudyPanelProps, trainedOn } from "@/components/lab/ads/ads-lab-types";
import { qualityColumns } from "@/components/lab/ads/studies/quality-columns";
import { StudySettingsFields } from "@/components/lab/ads/studies/study-settings";
import { Study } from "@/components/lab/core/study/study";
import { StudyFigure } from "@/components/lab/core/study/study-figure";
import { formatCount, formatMilliseconds } from "@/components/lab/format";
import { Table } from "@/components/ui/table";
import type { Encodings } from "@/lib/pipeline/ads/study-schemas";

type Encoding = Encodings["encodings"][number];
const LABELS: Record<Encoding["encoding"], string> = {
  "one-hot": "One-hot",
  hashing: "Hashing",
  "target-leaky": "Click rate of all rows (leaks)",
  "target-out-of-fold": "Click rate of other folds",
  "target-by-time": "Click rate of earlier rows",
};

/** The widest gap between what was learnt from and what came later. */
export function describeEncodings({ encodings }: Encodings): string {
  const gap = ({ train, quality }: Encoding) => quality.normalizedEntropy - train.normalizedEntropy;
  const widest = encodings.toSorted((a, b) => gap(b) - gap(a))[0];
  const best = encodings.toSorted((a, b) => a.quality.normalizedEntropy - b.quality.normalizedEntropy)[0];
  if (!widest || !best) return "";
  return `“${LABELS[widest.encoding]}” looks like ${widest.train.normalizedEntropy.toFixed(3)} in training and is ${widest.quality.normalizedEntropy.toFixed(3)} on later days: the widest gap. Best on later days: “${LABELS[best.encoding].toLowerCase()}” with ${best.quality.normalizedEntropy.toFixed(3)}.`;
}

/** How ids and categories become numbers, and how a click rate as a feature can hold its own label. */
export function EncodingsStudy(props: StudyPanelProps) {
  const settings = trainedOn(props);
  return (
    <Study
      title="Encodings of categories"
      about="A category can be a column of its own (one-hot), a row of a hashed table, or the click rate of its rows (target encoding). Counted over all rows that rate contains the label of the row itself: training looks wonderful, later days do not. See the distance of ring (training) and disc (later days)."
      controls={<StudySettingsFields study={props.study} onStudy={props.onStudy} />}
      action="Compare encodings"
      activity="Training once for each encoding"
      settings={settings}
      run={(options) => props.ask("ads-encodings", settings, options)}
      finding={describeEncodings}
    >
      {(result) => <Result result={result} />}
    </Study>
  );
}

function Result({ result }: { result: Encodings }) {
  const values = result.encodings.flatMap(({ train, quality }) => [
    train.normalizedEntropy,
    quality.normalizedEntropy,
  ]);
  const low = Math.floor(Math.min(...values, result.truth.normalizedEntropy) * 20) / 20;
  const high = Math.ceil(Math.max(...values) * 20) / 20;
  const ticks = Array.from({ length: 5 }, (_, index) => low + ((high - low) * index) / 4);
  return (
    <>
      <StudyFigure caption="Normalised entropy in training and on later days: a gap is a leak or an overfit">
        <DotChart
          title="Normalised entropy of each encoding, in training and later"
          description={describeEncodings(result)}
          series={[
            { id: "train", label: "on the rows trained on", color: 2, shape: "ring" },
            { id: "test", label: "on later days", color: 1 },
          ]}
          rows={result.encodings.map(({ encoding, train, quality }) => ({
            id: encoding,
            label: LABELS[encoding],
            values: { train: train.normalizedEntropy, test: quality.normalizedEntropy },
          }))}
          minimum={low}
          maximum={high}
          tickValues={ticks}
          format={(value) => value.toFixed(2)}
          axisLabel="NE; dashed: the true probabilities on later days"
          reference={result.truth.normalizedEntropy}
        />
      </StudyFigure>
      <Table
        dense
        caption="Encodings on the test days, every row kept; beside it the NE on the rows trained on"
        columns={[
          { key: "name", header: "Encoding", rowHeader: true, cell: (row) => LABELS[row.encoding] },
          {
            key: "train",
            header: "NE in training",
            numeric: true,
            cell: (row) => row.train.normalizedEntropy.toFixed(4),
          },
          ...qualityColumns<Encoding>((row) => row.quality),
          {
            key: "parameters",
            header: "Parameters",
            numeric: true,
            cell: (row) => formatCount(row.parameters),
          },
          {
            key: "time",
            header: "Trained in",
            numeric: true,
            cell: (row) => formatMilliseconds(row.seconds * 1000),
          },
        ]}
        rows={result.encodings}
        rowKey={(row) => row.encoding}
      />
    </>
  );
}
