"use client";

import { useState } from "react";
import { formatCount } from "@/components/lab/format";
import { Slider } from "@/components/ui/slider";

const IDS = [1e5, 1e6, 1e7, 1e8, 1e9];
const SIZES = [4, 8, 16, 32, 64, 128];
const PRECISIONS = [
  { bytes: 1, name: "int8" },
  { bytes: 2, name: "float16" },
  { bytes: 4, name: "float32" },
];

/** `bytes = rows * numbers * bytesPerNumber`, in powers of ten. */
export const tableBytes = (rows: number, numbers: number, bytesPerNumber: number): number =>
  rows * numbers * bytesPerNumber;

/** "3.2 MB", "12.8 GB". */
function formatTable(bytes: number): string {
  return bytes >= 1e9
    ? `${formatCount(Number((bytes / 1e9).toPrecision(3)))} GB`
    : `${Number((bytes / 1e6).toPrecision(3))} MB`;
}

/** What the table of one id would weigh at the size of a real ad system; moves with three sliders. */
export function EmbeddingMemory() {
  const [at, setAt] = useState({ ids: 3, size: 3, precision: 2 });
  const [ids, size, precision] = [IDS[at.ids] ?? 0, SIZES[at.size] ?? 0, PRECISIONS[at.precision]];
  const bytes = tableBytes(ids, size, precision?.bytes ?? 4);
  return (
    <section aria-label="Memory of an embedding table" className="grid max-w-3xl gap-3">
      <h3 className="font-semibold">What a table weighs at full size</h3>
      <p className="text-sm text-ink-2">
        This world is small. A real one has a row for each of hundreds of millions of ids, and the table, not
        the layers above it, is what fills the memory.
      </p>
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-3">
        <Slider
          label="Ids"
          min={0}
          max={IDS.length - 1}
          value={at.ids}
          format={(index) => formatCount(IDS[index] ?? 0)}
          onChange={(value) => setAt({ ...at, ids: value })}
        />
        <Slider
          label="Numbers a vector"
          min={0}
          max={SIZES.length - 1}
          value={at.size}
          format={(index) => String(SIZES[index])}
          onChange={(value) => setAt({ ...at, size: value })}
        />
        <Slider
          label="Number"
          min={0}
          max={PRECISIONS.length - 1}
          value={at.precision}
          format={(index) => `${PRECISIONS[index]?.name}, ${PRECISIONS[index]?.bytes} B`}
          onChange={(value) => setAt({ ...at, precision: value })}
        />
      </div>
      <p className="text-sm tabular-nums" aria-live="polite">
        {formatCount(ids)} × {size} × {precision?.bytes} B = <strong>{formatTable(bytes)}</strong> for the
        weights alone; Adam keeps two more numbers for each while training,{" "}
        {formatTable(tableBytes(ids, size, 8))}.
      </p>
    </section>
  );
}
