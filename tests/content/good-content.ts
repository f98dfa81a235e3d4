/** A small content/ in memory that the check accepts. Tests break one thing in it and expect exactly that error. */
import { stringify } from "yaml";
import { LEVELS, STAGES } from "@/lib/framework/stages";

const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(" ");
const frontmatter = (fields: object) => `---\n${stringify(fields)}---\n`;
const UPDATED = "2026-11-22";

const chapter = (stage: string | null, order: number) =>
  `${frontmatter({
    title: `Chapter ${stage ?? "around"}`,
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

const sharedTriggers = Array.from({ length: 30 }, (_, index) => ({
  id: `shared-${index}`,
  kind: "probe",
  when: { all: [{ missing: ["cold-start"] }, { stageLeft: "data" }] },
  question: `What is the matter with thing${index} of kind${index} and sort${index}?`,
  enough: { said: ["cold-start"] },
}));

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
    question: `What about people${index} who came on day${index} to place${index}?`,
    probes: ["data-mid-1"],
    insteadOf: ["shared-0"],
  })),
  shared: { probes: { "shared-1": ["data-mid-1"] }, silenced: ["shared-2"] },
  twists: Array.from({ length: 3 }, (_, index) => ({
    id: `twist-${index}`,
    when: { any: [{ factNotAsked: "fact-0" }, { decision: "split", is: ["random"] }] },
    announce: "The legal team has just told us that watch history is gone.",
    change: "No watch history any more",
    check: "The history is gone. What of your design is different now?",
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

/** Rights stand in turn at each place, and no option is longer than another. */
const question = (id: string, index: number, point?: string) => ({
  id,
  ...(point && { point }),
  question: "Which of these would you choose here?",
  options: [0, 1, 2].map((place) => ({
    text: `Option ${place}`,
    ...(place === index % 3 && { right: true }),
    why: "Because it is what the text says.",
  })),
});
const card = (id: string, point?: string) => ({
  id,
  ...(point && { point }),
  front: "What is the thing that matters?",
  back: "The thing, and how large $x$ is.",
});
const caseCards = {
  cards: points.flatMap(({ id }) => [card(`${id}-a`, id), card(`${id}-b`, id)]),
  questions: points.map(({ id }, index) => question(`${id}-q`, index, id)),
};
const chapterCards = {
  cards: [1, 2, 3, 4, 5, 6].map((number) => card(`card-${number}`)),
  questions: [1, 2, 3, 4, 5].map((number) => question(`question-${number}`, number)),
};

const glossary = {
  drift: {
    term: "drift",
    also: ["drifting"],
    short: "A distribution that was one thing and is another.",
    see: ["skew"],
  },
  skew: {
    term: "skew",
    short: "One moment that was computed twice, with two results.",
    read: "/framework/data#first-things",
  },
};

const figures = Array.from({ length: 6 }, () => "<DriftFigure />").join("\n\n");

const decision = `${frontmatter({ number: 1, title: "One thing is chosen", status: "accepted", date: UPDATED })}
## Context

## Decision

## Alternatives

## Consequences

${"A line.\n".repeat(30)}`;

/** Two cases alike, since a point is practised on another case too. */
function caseFiles(slug: string): [string, string][] {
  const folder = `cases/${slug}`;
  const solution = { title: "A solution of the example", summary: caseMeta.summary, updated: UPDATED };
  return [
    [`${folder}/case.yaml`, stringify({ ...caseMeta, slug })],
    [`${folder}/rubric.yaml`, stringify({ version: 1, points })],
    [`${folder}/interviewer.yaml`, stringify(interviewer, { aliasDuplicateObjects: false })],
    [`${folder}/cards.yaml`, stringify(caseCards)],
    [`${folder}/index.mdx`, `${frontmatter(solution)}\n${words(4_200)}\n\n${figures}\n`],
    ...LEVELS.map((level): [string, string] => [
      `${folder}/answers/${level}.md`,
      answer({ kind: "model", level, minutes: 45 }),
    ]),
    ...["jumps-to-the-model", "ignores-the-data-pipeline", "forgets-monitoring-and-deployment"].map(
      (pitfall): [string, string] => [`${folder}/answers/${pitfall}.md`, answer({ kind: "naive", pitfall })],
    ),
    [`${folder}/answers/weak.md`, answer({ kind: "weak" })],
  ];
}

export function goodContent(): Map<string, string> {
  const chapters = [...STAGES, null].flatMap((stage, index): [string, string][] => {
    const file = `framework/0${index + 1}-${stage ?? "around"}`;
    return [
      [`${file}.mdx`, chapter(stage, index + 1)],
      [`${file}.cards.yaml`, stringify(chapterCards)],
    ];
  });
  return new Map([
    ["lexicon.yaml", stringify({ "cold-start": ["cold start", "new users"] })],
    ["interviewer.yaml", stringify({ triggers: sharedTriggers }, { aliasDuplicateObjects: false })],
    ["glossary.yaml", stringify(glossary)],
    ["sources.yaml", stringify({ paper: { title: "A paper", authors: "Someone", year: 2020 } })],
    ...chapters,
    ...caseFiles("example-case"),
    ...caseFiles("other-case"),
    ["decisions/0001-one-thing.md", decision],
  ]);
}
