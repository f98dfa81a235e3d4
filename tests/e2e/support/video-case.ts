/** The case as its files tell it: what an answer may say, and what nobody may be told before submitting. */
import { loadCase, loadSharedScript } from "@/lib/content/load";
import type { Level, Stage } from "@/lib/framework/stages";
import { withShared } from "@/lib/interview/interviewer/shared-triggers";

const video = loadCase("video-recommendation");

export const modelAnswer = (level: Level): Partial<Record<Stage, string>> =>
  video.answers.find(({ frontmatter }) => frontmatter.kind === "model" && frontmatter.level === level)
    ?.stages ?? {};

/** A naive answer on one page, as the blank page of an exam takes it. */
export function naiveAnswer(name: string): string {
  const stages = video.answers.find((answer) => answer.name.includes(name))?.stages ?? {};
  return Object.values(stages).join("\n\n");
}

/** The longest stretch that is the same in HTML, JSON and React's own format. */
const plainStretch = (text: string): string =>
  text
    .split(/["'\\<>&\n]/)
    .reduce((longest, piece) => (piece.length > longest.length ? piece : longest), "")
    .trim();

/** What the grader looks for and what the interviewer may bring up: texts, and ids that people made to be telling. */
export function secretsOfTheCase(): string[] {
  const { rubric, meta } = video;
  const interviewer = withShared(video.interviewer, loadSharedScript().triggers);
  const points = rubric.points.flatMap((point) => [
    point.id,
    point.text,
    point.why,
    ...point.exemplars,
    ...point.followUps,
    ...point.misconceptions.flatMap(({ text, feedback }) => [text, feedback]),
  ]);
  const triggers = interviewer.triggers.flatMap(({ id, question }) => [id, question]);
  const twists = interviewer.twists.flatMap(({ id, announce, change, check, adaptedBy }) => [
    id,
    announce,
    change,
    check,
    ...adaptedBy,
  ]);
  const facts = interviewer.facts.flatMap(({ answer, ifNeverAsked }) => [answer, ifNeverAsked]);
  const hints = Object.values(meta.hints).flat();
  return [...points, ...triggers, ...twists, ...facts, ...hints].map(plainStretch);
}
