/**
 * `npm run fit-grader` fits the grader's coefficients on the `tune` half of the project's own labelled data and writes
 * them with the data's hashes and the quality on the `test` half to lib/grading/alignment/coefficients.json, where
 * calibration.ts reads them. `--dry` prints and writes nothing. Takes a minute.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { listCases } from "@/lib/content/load";
import { type Coefficients, POINT_COEFFICIENTS } from "@/lib/grading/alignment/calibration";
import {
  type CoefficientsFile,
  coefficientsFileSchema,
  dataFilesOf,
} from "@/lib/grading/alignment/coefficients-file";
import { crossValidated, fitCoefficients, qualityOn, type Recipe, type Row } from "./fit-grader/fit";
import { companyRows, pointRows } from "./fit-grader/point-rows";
import { IN_COMPANY, POINT, REFERENCE } from "./fit-grader/recipes";
import { referenceRows } from "./fit-grader/reference-rows";

const TARGET = "lib/grading/alignment/coefficients.json";

/** Which window speaks for a point depends on the coefficients, and they on the windows; two rounds settle it. */
const ROUNDS = 2;

const splitOf = (rows: readonly Row[], split: Row["split"]) => rows.filter((row) => row.split === split);
const say = (text: string) => process.stderr.write(`fit-grader: ${text}\n`);

function fitPoints(): { coefficients: Coefficients; rows: Row[] } {
  const cases = listCases();
  let coefficients = POINT_COEFFICIENTS;
  for (let round = 0; round < ROUNDS; round++) {
    coefficients = fitCoefficients(splitOf(pointRows(cases, coefficients), "tune"), POINT);
    say(`points, round ${round + 1}: ${JSON.stringify(coefficients)}`);
  }
  return { coefficients, rows: pointRows(cases, coefficients) };
}

const measured = (rows: readonly Row[], recipe: Recipe, coefficients: Coefficients) => ({
  tune: qualityOn(splitOf(rows, "tune"), coefficients),
  leftOut: {
    group: crossValidated(splitOf(rows, "tune"), recipe, "group"),
    domain: crossValidated(splitOf(rows, "tune"), recipe, "domain"),
  },
  test: qualityOn(splitOf(rows, "test"), coefficients),
});

const hashOf = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 16);

function main() {
  const points = fitPoints();
  const inCompany = { rows: companyRows(listCases(), points.coefficients) };
  const company = fitCoefficients(splitOf(inCompany.rows, "tune"), IN_COMPANY);
  say(`points in company: ${JSON.stringify(company)}`);
  const references = { rows: referenceRows() };
  const reference = fitCoefficients(splitOf(references.rows, "tune"), REFERENCE);
  say(`references: ${JSON.stringify(reference)}`);
  const file: CoefficientsFile = coefficientsFileSchema.parse({
    version: 3,
    date: new Date().toISOString().slice(0, 10),
    point: points.coefficients,
    company,
    reference,
    data: Object.fromEntries(
      dataFilesOf(listCases().map(({ slug }) => slug)).map((name) => [name, hashOf(name)]),
    ),
    quality: {
      point: measured(points.rows, POINT, points.coefficients),
      company: measured(inCompany.rows, IN_COMPANY, company),
      reference: measured(references.rows, REFERENCE, reference),
    },
  });
  console.log(JSON.stringify(file.quality, null, 1));
  if (!process.argv.includes("--dry")) writeFileSync(TARGET, `${JSON.stringify(file, null, 2)}\n`);
}

main();
