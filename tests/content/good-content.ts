/** A small content/ in memory that the check accepts. Tests break one thing in it and expect exactly that error. */
import { stringify } from "yaml";
import { LEVELS, STAGES } from "@/lib/framework/stages";

const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(" ");
const frontmatter = (fields: object) => `---\n${stringify(fields)}---\n`;
const UPDATED = "2026-11-22";

const chapter = (stage: string, order: number) =>
  `${frontmatter({
    title: `Chapter ${stage}`,
    stage,
    order,
    summary: "A summary that is long enough to be shown in a list.",
    updated: UPDATED,
  })}
${words(1_000)}

## First things

Said in [the overview](/framework) and in <Cite id="paper"/>, where $x = 1$.

<DriftFigure caption="Two distributions and a shift." />

<Pitfall title="A mistake">
Do not make it.
</Pitfall>

## What mid, senior and staff do

| | Mid | Senior |
|---|---|---|
| a | b | c |

<Sources />
`;

const points = STAGES.flatMap((stage) =>
  LEVELS.flatMap((level) =>
    [1, 2].map((number) => ({
      id: `${stage}-${level}-${number}`,
      stage,
      level,
      text: "You name the thing that matters here.",
      weight: 2,
      exemplars: ["We name the thing that matters here.", "What matters here is the thing that we name."],
      mustMention: ["cold-start"],
      followUps: ["What is the thing that matters?"],
      why: "Because it matters more than the rest.",
      chapter: `/framework/${stage}#first-things`,
    })),
  ),
);

const interviewer = {
  opening: "Good to meet you, let us begin at once.",
  facts: Array.from({ length: 14 }, (_, index) => ({
    id: `fact-${index}`,
    topic: "scale",
    question: "How many users are there?",
    askedAs: ["how many people use it", "what is the user base", "daily users?", "size of the audience"],
    answer: "About a hundred million people a day.",
    ifNeverAsked: "Nothing can be sized.",
  })),
  triggers: Array.from({ length: 12 }, (_, index) => ({
    id: `trigger-${index}`,
    kind: "probe",
    when: { all: [{ pointBelow: "data-mid-1" }, { not: { said: ["cold-start", "new users"] } }] },
    question: "What about the people who are new?",
    probes: ["data-mid-1"],
  })),
  twists: Array.from({ length: 3 }, (_, index) => ({
    id: `twist-${index}`,
    when: { any: [{ factNotAsked: "fact-0" }, { decision: "split", is: ["random"] }] },
    announce: "The legal team has just told us that watch history is gone.",
    change: "No watch history any more",
    adaptedBy: [
      "Then I would use only what this session shows.",
      "Without history the session has to be enough.",
    ],
    stages: ["data"],
  })),
};

const answer = (fields: object) =>
  `${frontmatter({ ...fields, note: "A note." })}\n${STAGES.map((stage) => `## ${stage}\n\nAn answer.\n`).join("\n")}`;

const caseMeta = {
  slug: "example-case",
  title: "Example case",
  family: "recommendation",
  world: "video",
  summary: "A case that exists so that the check has something to accept.",
  prompt:
    "We run an app. People open it and see something. Please design the system that decides what they see.",
  themes: ["first", "second", "third"],
  labPreset: "seed=1",
  hints: Object.fromEntries(
    STAGES.map((stage) => [stage, ["A gentle hint to begin with.", "A hint that tells more."]]),
  ),
  updated: UPDATED,
};

const decision = `${frontmatter({ number: 1, title: "One thing is chosen", status: "accepted", date: UPDATED })}
## Context

## Decision

## Alternatives

## Consequences

${"A line.\n".repeat(30)}`;

export function goodContent(): Map<string, string> {
  const folder = "cases/example-case";
  const solution = { title: "A solution of the example", summary: caseMeta.summary, updated: UPDATED };
  return new Map([
    ["lexicon.yaml", stringify({ "cold-start": ["cold start", "new users"] })],
    ["sources.yaml", stringify({ paper: { title: "A paper", authors: "Someone", year: 2020 } })],
    ...STAGES.map((stage, index): [string, string] => [
      `framework/0${index + 1}-${stage}.mdx`,
      chapter(stage, index + 1),
    ]),
    [`${folder}/case.yaml`, stringify(caseMeta)],
    [`${folder}/rubric.yaml`, stringify({ version: 1, points })],
    [`${folder}/interviewer.yaml`, stringify(interviewer, { aliasDuplicateObjects: false })],
    [`${folder}/index.mdx`, `${frontmatter(solution)}\n${words(3_200)}\n`],
    ...LEVELS.map((level): [string, string] => [
      `${folder}/answers/${level}.md`,
      answer({ kind: "model", level, minutes: 45 }),
    ]),
    ...["jumps-to-the-model", "ignores-the-data-pipeline", "forgets-monitoring-and-deployment"].map(
      (pitfall): [string, string] => [`${folder}/answers/${pitfall}.md`, answer({ kind: "naive", pitfall })],
    ),
    ["decisions/0001-one-thing.md", decision],
  ]);
}
