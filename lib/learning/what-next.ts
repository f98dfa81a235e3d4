/**
 * What to do next and why: at most three steps. The order of the rules is the order of urgency: what runs out, what is
 * being forgotten, what costs the most, what has been reached, what is new. Remembering comes before new material, for
 * a review that is late costs more than one that is on time (spacing; Cepeda and others, 2006).
 */

import { LEVELS, type Level, STAGE_INFO } from "@/lib/framework/stages";
import { formatWithNoun } from "@/lib/framework/units";
import { LEVEL_WORDS } from "@/lib/grading/report/words";
import { type Attempt, newestByCase, weakestStage } from "./attempts";

export type Step = { title: string; reason: string; href: string };

/** All that the choice depends on. */
export type Standing = {
  /** In any order. */
  attempts: readonly Attempt[];
  /** A running interview, if there is one. */
  open: { interviewId: string; caseTitle: string } | null;
  /** Cards and questions that wait today. */
  dueCards: number;
  cases: readonly { slug: string; title: string }[];
  /** The unfinished text that was read last. */
  reading: { href: string; title: string } | null;
  /** Title of each chapter heading by its address. */
  headings: ReadonlyMap<string, string>;
};

const MOST = 3;
/** From so many on, due cards come before everything else: they grow into a debt. */
export const MANY_DUE = 20;
/** Expected weight under which a stage is not worth an evening: less than one point of weight 1. */
const LEAST_LOSS = 1;
/** Attempts in a row that must reach a level's bar before the next one is proposed. */
const REACHED_TIMES = 2;

const startHref = (caseSlug: string): string => `/interviews/new?case=${caseSlug}`;
const andList = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

function goOn({ open }: Standing): Step | null {
  if (!open) return null;
  return {
    title: `Go on with ${open.caseTitle}`,
    reason: "Your interview is still open; at its deadline it is submitted as it stands.",
    href: `/interviews/${open.interviewId}`,
  };
}

function review(dueCards: number): Step {
  return {
    title: `Review ${formatWithNoun(dueCards, "card")}`,
    reason:
      dueCards >= MANY_DUE
        ? "So many are due that new material would push them out; each day they wait, more of them are forgotten."
        : "They are due today; what is reviewed on time is asked again later each time.",
    href: "/review",
  };
}

const reviewMany = ({ dueCards }: Standing): Step | null => (dueCards >= MANY_DUE ? review(dueCards) : null);
const reviewFew = ({ dueCards }: Standing): Step | null =>
  dueCards > 0 && dueCards < MANY_DUE ? review(dueCards) : null;

function readWeakest({ attempts, headings }: Standing): Step | null {
  const weakest = weakestStage(attempts);
  if (!weakest || weakest.loss < LEAST_LOSS) return null;
  const { stage, loss, weight, href } = weakest;
  const heading = headings.get(href) ?? STAGE_INFO[stage].title;
  const cases = andList(weakest.attempts.map(({ caseTitle }) => caseTitle));
  const of = weakest.attempts.length > 1 ? "your newest attempts at" : "your newest attempt at";
  return {
    title: `Work on ${stage}: “${heading}”`,
    reason: `Of all stages, ${STAGE_INFO[stage].title} lost the most in ${of} ${cases}: ${loss.toFixed(1)} of the ${weight} that its points weigh. No other heading explains more of that.`,
    href,
  };
}

/** The level of the newest attempts, when enough of them in a row reached its bar. */
function reachedLevel(attempts: readonly Attempt[]): { level: Level; last: Attempt[] } | null {
  const last = [...attempts].sort((a, b) => b.submittedAtMs - a.submittedAtMs).slice(0, REACHED_TIMES);
  const level = last[0]?.level;
  if (!level || last.length < REACHED_TIMES) return null;
  return last.every((attempt) => attempt.level === level && attempt.meetsBar) ? { level, last } : null;
}

function raise({ attempts, cases }: Standing): Step | null {
  const reached = reachedLevel(attempts);
  if (!reached) return null;
  const { level, last } = reached;
  const next = LEVELS[LEVELS.indexOf(level) + 1];
  const hasExam = last.some(({ mode }) => mode === "exam");
  if (hasExam && !next) return null;
  const untried = cases.find(({ slug }) => attempts.every(({ caseSlug }) => caseSlug !== slug));
  const href = startHref(untried?.slug ?? last[0]?.caseSlug ?? "");
  const words = LEVEL_WORDS[level];
  if (!hasExam || !next) {
    return {
      title: `Take an exam at ${words}`,
      reason: `Your last two attempts reached the bar of ${words} with stage names and hints on the screen. An exam shows whether they do without.`,
      href,
    };
  }
  return {
    title: `Aim at ${LEVEL_WORDS[next]}`,
    reason: `Your last two attempts reached the bar of ${words}, one of them in an exam. The next level asks for points that these did not count.`,
    href,
  };
}

function tryCase({ attempts, cases }: Standing): Step | null {
  const tried = new Set(attempts.map(({ caseSlug }) => caseSlug));
  const untried = cases.find(({ slug }) => !tried.has(slug));
  if (!untried) return null;
  return tried.size === 0
    ? {
        title: "Take a first interview",
        reason: `30 minutes in coach mode on ${untried.title} show where you stand; all else here follows from its report.`,
        href: startHref(untried.slug),
      }
    : {
        title: `Try ${untried.title}`,
        reason:
          "You have not taken this case. Only an unfamiliar one shows what you understood rather than remembered.",
        href: startHref(untried.slug),
      };
}

function goOnReading({ reading }: Standing): Step | null {
  if (!reading) return null;
  return {
    title: `Finish “${reading.title}”`,
    reason: "You began it and stopped on the way; the link leads to the place.",
    href: reading.href,
  };
}

function begin({ attempts }: Standing): Step | null {
  if (attempts.length > 0) return null;
  return {
    title: "Read how the interview is scored",
    reason:
      "Then you know what the report will look for in each stage, and how it turns sentences into a rating.",
    href: "/framework/scoring",
  };
}

/** With all of the above done there is still the case that was left alone the longest. */
function again({ attempts }: Standing): Step | null {
  const oldest = newestByCase(attempts).at(-1);
  if (!oldest) return null;
  return {
    title: `Take ${oldest.caseTitle} again`,
    reason: "Of all cases you left this one alone the longest, and a second attempt shows what has changed.",
    href: startHref(oldest.caseSlug),
  };
}

const RULES = [goOn, reviewMany, readWeakest, raise, tryCase, reviewFew, goOnReading, begin, again];

/** One to three steps, the most urgent first; no two lead to the same place. */
export function whatNext(standing: Standing): Step[] {
  const steps = RULES.flatMap((rule) => rule(standing) ?? []);
  return steps.filter((step, i) => steps.findIndex(({ href }) => href === step.href) === i).slice(0, MOST);
}
