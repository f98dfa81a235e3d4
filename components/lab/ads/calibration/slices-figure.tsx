import { ChartTable } from "@/components/charts/chart-table";
import { DotChart } from "@/components/charts/dot-chart";
import { formatRatio } from "@/components/lab/ads/ads-format";
import { SLICE_LABELS } from "@/components/lab/ads/ads-words";
import { StudyFigure } from "@/components/lab/core/study/study-figure";
import { formatCount } from "@/components/lab/format";
import type { CalibrationSlices } from "@/lib/pipeline/ads/study-schemas";

type Slice = CalibrationSlices["slices"][number];

const nameOf = ({ by, name }: Slice) => `${SLICE_LABELS[by]}: ${name}`;
const misses = ({ interval }: Slice) => interval.low > 1 || interval.high < 1;

/** The slice that is most certainly off. */
export function describeSlices({ overall, slices }: CalibrationSlices): string {
  const off = slices.filter(misses);
  const worst = off.toSorted(
    (a, b) => Math.abs(Math.log(b.truthRatio)) - Math.abs(Math.log(a.truthRatio)),
  )[0];
  const all = `Over everything, predicted clicks are ${formatRatio(overall.ratio)} the observed ones.`;
  if (!worst) return `${all} No slice of ${slices.length} is off by more than its clicks allow.`;
  return `${all} ${off.length} of ${slices.length} slices ${off.length === 1 ? "is" : "are"} off by more than chance; furthest is “${nameOf(worst)}” with ${formatRatio(worst.ratio)}.`;
}

/** Predicted over observed clicks of each slice, with the interval that its clicks allow. */
export function SlicesFigure({ result }: { result: CalibrationSlices }) {
  const { slices } = result;
  const highest = Math.max(1.25, ...slices.map(({ ratio }) => ratio));
  const lowest = Math.min(0.75, ...slices.map(({ ratio }) => ratio));
  const minimum = Math.max(0, Math.floor(lowest * 4) / 4);
  const maximum = Math.min(4, Math.ceil(highest * 4) / 4);
  const step = maximum - minimum > 1.5 ? 0.5 : 0.25;
  const tickValues = Array.from(
    { length: Math.floor((maximum - minimum) / step + 1e-9) + 1 },
    (_, index) => Math.ceil(minimum / step) * step + index * step,
  ).filter((tick) => tick <= maximum);
  return (
    <StudyFigure caption="Predicted over observed clicks, by slice: 1 is calibrated">
      <DotChart
        title="Calibration by slice"
        description={describeSlices(result)}
        series={[
          { id: "truth", label: "over true clicks", color: 2, shape: "tick" },
          { id: "ratio", label: "over observed clicks, with 95 % interval", color: 1 },
        ]}
        rows={slices.map((slice) => ({
          id: nameOf(slice),
          label: nameOf(slice),
          values: { ratio: slice.ratio, truth: slice.truthRatio },
          interval: [slice.interval.low, slice.interval.high],
        }))}
        minimum={minimum}
        maximum={maximum}
        tickValues={tickValues}
        format={(value) => value.toFixed(2)}
        axisLabel="predicted / observed"
        reference={1}
      />
      <ChartTable
        caption="Calibration by slice, on the test days"
        columns={[
          { key: "slice", header: "Slice", rowHeader: true, cell: nameOf },
          { key: "rows", header: "Rows", numeric: true, cell: (row) => formatCount(row.rows) },
          { key: "clicks", header: "Clicks", numeric: true, cell: (row) => formatCount(row.clicks) },
          {
            key: "ratio",
            header: "Predicted / observed",
            numeric: true,
            cell: (row) => formatRatio(row.ratio),
          },
          {
            key: "interval",
            header: "95 % interval",
            numeric: true,
            cell: (row) => `${row.interval.low.toFixed(2)} to ${row.interval.high.toFixed(2)}`,
          },
          {
            key: "truth",
            header: "Predicted / true",
            numeric: true,
            cell: (row) => formatRatio(row.truthRatio),
          },
          { key: "ne", header: "NE", numeric: true, cell: (row) => row.normalizedEntropy.toFixed(4) },
        ]}
        rows={slices}
        rowKey={nameOf}
      />
    </StudyFigure>
  );
}
