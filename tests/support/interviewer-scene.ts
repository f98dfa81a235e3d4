/** A small script and scenes of an interview, for tests of the interviewer. */
import { type InterviewerScript, interviewerSchema } from "@/lib/content/schemas/interviewer";
import { type Point, pointSchema } from "@/lib/content/schemas/rubric";
import { type PreparedInterviewer, prepareInterviewer } from "@/lib/interview/interviewer/prepare";
import type { Scene } from "@/lib/interview/interviewer/types";

export const LEXICON = {
  "two-tower": ["two tower", "dual encoder"],
  objective: ["objective", "goal"],
  "random-split": ["random split"],
  fallback: ["fallback", "cached popular list"],
};

const asked = (words: string) =>
  ["about", "tell me of", "what of", "any word on"].map((how) => `${how} ${words}`);

type Draft = Partial<Record<"triggers" | "twists" | "facts", unknown[]>>;

export function scriptOf({ triggers = [], twists, facts }: Draft): InterviewerScript {
  return interviewerSchema.parse({
    opening: "Hello, I am your interviewer today.",
    facts: facts ?? [
      {
        ...{ id: "scale", topic: "scale", question: "How many users are there?" },
        askedAs: asked("the number of users"),
        answer: "A hundred million people a day.",
        ifNeverAsked: "Nothing can be sized.",
      },
    ],
    triggers: [
      // A script has at least one trigger; this one never comes.
      {
        ...{ id: "never", kind: "probe", question: "Never asked, is it?" },
        when: { all: [{ mode: "coach" }, { mode: "exam" }] },
      },
      ...triggers,
    ],
    twists: twists ?? [
      {
        ...{
          id: "faster",
          when: { all: [{ mode: "coach" }, { mode: "exam" }] },
          level: "staff",
          stages: ["serve"],
        },
        announce: "The limit is now 80 ms instead of 200 ms. What changes in your design?",
        change: "Latency cut to 80 ms",
        check: "I halved your time. Which of your numbers move?",
        adaptedBy: [
          "With 80 ms I score fewer candidates with a distilled model.",
          "I precompute the candidates when the app closes.",
        ],
      },
    ],
  });
}

export const pointOf = (over: Partial<Point> & Pick<Point, "id" | "stage">): Point =>
  pointSchema.parse({
    ...{ level: "mid", text: "You say what matters at this place of the design.", weight: 2 },
    exemplars: ["We say what matters at this place.", "What matters at this place is said."],
    followUps: [`What about ${over.id}, in your design?`],
    why: "It matters more than the rest.",
    chapter: "/framework/data#heading",
    ...over,
  });

export const preparedOf = (draft: Draft, points: readonly Point[] = []): PreparedInterviewer =>
  prepareInterviewer(scriptOf(draft), LEXICON, { points });

/** Two minutes into a coached interview of a senior, with nothing written yet. */
export const sceneOf = (over: Partial<Scene> = {}): Scene => ({
  answers: {},
  stage: "clarify",
  stagesEntered: ["clarify"],
  mode: "coach",
  level: "senior",
  lengthMinutes: 45,
  elapsedSeconds: 120,
  factsTold: [],
  decisions: {},
  credits: {},
  findings: [],
  boardKinds: [],
  lastActiveSeconds: 120,
  twistGiven: null,
  ...over,
});
