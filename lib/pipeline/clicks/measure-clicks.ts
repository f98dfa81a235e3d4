/** A click model from three files: learnt on the first, stopped and calibrated on the second, measured on the third. */
import { firstBadRows } from "../data-sets/bad-rows";
import type { WorkContext } from "../types";
import { type ClickModelName, MEASURED_MEMBERS } from "./click-model";
import { encodeClicks, selectTable } from "./click-table";
import { measureModel } from "./measure-model";
import { readClickFiles } from "./read-click-files";

/** Bad rows that are told in full, of each file. */
const SHOWN_BAD_ROWS = 100;

export type ClickFiles = { readonly train: Blob; readonly valid: Blob; readonly test: Blob };

export async function measureClicks(
  blobs: ClickFiles,
  modelName: ClickModelName,
  seed: number,
  context: WorkContext,
) {
  const start = performance.now();
  const sources = (["train", "valid", "test"] as const).map((name) => ({
    name,
    file: blobs[name],
    context: {
      checkpoint: context.checkpoint,
      onBytes: (bytes: number) => context.report(`Reading ${name}`, bytes / Math.max(1, blobs[name].size)),
    },
  }));
  const { rows, files } = await readClickFiles(sources);
  const [trainRows, validRows, testRows] = files.map((file) => file.rows) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const encoding = await encodeClicks(rows, trainRows, context.checkpoint);
  const readSeconds = (performance.now() - start) / 1000;
  const parts = {
    train: selectTable(rows, encoding, trainRows),
    valid: selectTable(rows, encoding, validRows),
    test: selectTable(rows, encoding, testRows),
    encoding,
  };
  const {
    reliability: _curve,
    epochs,
    ...measured
  } = await measureModel(parts, modelName, seed, context, MEASURED_MEMBERS[modelName]);
  return {
    rows: trainRows.length,
    validRows: validRows.length,
    testRows: testRows.length,
    readSeconds,
    ...measured,
    epochs: epochs.length,
    fields: encoding.fields,
    tableRows: encoding.tableRows,
    numericFields: [...encoding.numericFields],
    bad: firstBadRows(
      files.map(({ name, bad }) => ({ file: name, ...bad })),
      SHOWN_BAD_ROWS,
    ),
  };
}
