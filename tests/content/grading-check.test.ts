/** Every rule of the grading check fires when its one thing is broken in a case that it accepts. */
import { beforeAll, expect, it } from "vitest";
import { checkGrading } from "@/lib/content/check/check-grading";
import { formatContentError } from "@/lib/content/errors";
import { contentFiles, loadCase } from "@/lib/content/load";

const SLUG = "search-ranking";
const folder = `cases/${SLUG}`;
const text = (file: string) => contentFiles().get(`${folder}/${file}`) ?? "";
const body = (file: string) => text(file).replace(/^---[\s\S]*?\n---\n/, "");

const { points } = loadCase(SLUG).rubric;
const [firstPoint, otherPoint] = points;
const [mine = "", theirs = ""] = [firstPoint?.exemplars[0], otherPoint?.exemplars[0]];
const front = (fields: string) => `---\n${fields}\nnote: A note.\n---\n`;

/** A point with another one's sentence, and a list of terms as the sentence of each point of a stage: lists then earn. */
const rubric = points
  .filter(({ stage }) => stage === "monitor")
  .reduce(
    (changed, { exemplars }) =>
      changed.replace(exemplars[0] ?? "", "drift, PSI, alerts, skew, freshness, dashboards, rollback"),
    text("rubric.yaml").replace(mine, theirs),
  );

/** Two facts that are asked for in the same words: one of them is never told. */
function interviewer(): string {
  const [one, other] = loadCase(SLUG).interviewer.facts;
  return text("interviewer.yaml").replace(other?.askedAs[0] ?? "", one?.question ?? "");
}

/** What the check finds in the case with each of these broken. One check for all: it grades the case for seconds. */
function problems(): string[] {
  const files = new Map(contentFiles());
  const changes = {
    "rubric.yaml": rubric,
    "interviewer.yaml": interviewer(),
    "answers/model-mid.md":
      front("kind: model\nlevel: mid\nminutes: 45") + body("answers/naive-jumps-to-the-model.md"),
    "answers/naive-ignores-the-data-pipeline.md":
      front("kind: naive\npitfall: ignores-the-data-pipeline") + body("answers/model-senior.md"),
    "answers/weak-generic.md": front("kind: weak") + body("answers/model-staff.md"),
  };
  for (const [file, changed] of Object.entries(changes)) files.set(`${folder}/${file}`, changed);
  return checkGrading(files, SLUG).map(formatContentError);
}
let found: string[] = [];
beforeAll(() => {
  found = problems();
}, 120_000);

it("holds sentences against their own point and every other one, at their line", () => {
  const line =
    text("rubric.yaml")
      .split("\n")
      .findIndex((row) => row.includes(mine.slice(0, 30))) + 1;
  expect(found).toContainEqual(
    expect.stringMatching(new RegExp(`:${line}:\\d+ points\\[0\\].exemplars\\[0\\]: .* of its own point`)),
  );
  expect(found).toContainEqual(
    expect.stringMatching(
      new RegExp(`:${line}:\\d+ points\\[0\\].exemplars\\[0\\]: .* of ${otherPoint?.id} too`),
    ),
  );
});

it("holds answers against what they are", () => {
  const of = (file: string) => found.filter((line) => line.includes(`answers/${file}`)).join("\n");
  expect(of("model-mid")).toMatch(/clarify earns 0\.\d\d; a model answer earns 0\.8 of each stage/);
  expect(of("model-mid")).toMatch(/it reaches level none, not mid/);
  expect(of("model-mid")).toMatch(/the grader finds a pitfall in it: jumps-to-the-model/);
  expect(of("naive-ignores")).toMatch(/the grader finds no pitfall, not ignores-the-data-pipeline/);
  expect(of("naive-ignores")).toMatch(/data earns 0\.\d\d; what it leaves out earns less than 0\.35/);
  expect(of("weak-generic")).toMatch(/a weak answer earns at most 0\.35/);
});

it("holds the grader against attacks, and the interviewer against its own questions", () => {
  expect(found).toContainEqual(
    expect.stringMatching(/attacks: all exemplars of a stage: .* it should be at least /),
  );
  expect(found).toContainEqual(
    expect.stringMatching(/facts\[[01]\]: ".*" is answered with \S+, not with \S+\./),
  );
});
