/** A report as one Markdown file that reads well in any editor. */
import { includedStages } from "@/lib/framework/included-stages";
import { STAGE_INFO, type Stage } from "@/lib/framework/stages";
import type { SecondGrade } from "@/lib/grading/second/schema";
import {
  DROP_WORDS,
  failureSentences,
  SECOND_VERDICT_WORDS,
  secondNotes,
  secondOutcome,
} from "@/lib/grading/second/words";
import { FINDING_SOURCES, FINDING_TITLES, placeText, placeTitle } from "./places";
import type { Report, ReportPoint } from "./schema";
import {
  durationWords,
  GATE_WORDS,
  LEVEL_WORDS,
  PITFALL_WORDS,
  percent,
  scoreWords,
  VERDICT_WORDS,
} from "./words";

/** Quoted on lines of its own, so that nothing in it can pose as the report. */
const quote = (text: string): string =>
  text
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");

function pointLines(point: ReportPoint): string {
  const lines = [
    `- **${VERDICT_WORDS[point.verdict]}** (${percent(point.credit)} of ${point.weight}, ${LEVEL_WORDS[point.level]}): ${point.text}`,
  ];
  if (point.receipt) lines.push(quote(point.receipt.quote).replace(/^/gm, "  "));
  if (point.gate) lines.push(`  ${GATE_WORDS[point.gate]}`);
  if (point.misconception) lines.push(`  ${point.misconception.feedback}`);
  return lines.join("\n");
}

/** What the candidate thought of a stage before the report, both on the scale of 0 to 4. */
export type OwnRating = { stage: Stage; own: number; report: number };

function stageSection(report: Report, stage: Stage, own: OwnRating | undefined): string {
  const points = report.points.filter((point) => point.stage === stage && point.isExpected);
  const time = report.time.stages.find((row) => row.stage === stage);
  const answer = report.answers[stage];
  return [
    `## ${STAGE_INFO[stage].title}: ${scoreWords(report.stages[stage])}`,
    time ? `Time: ${durationWords(time.spentMs)} of ${durationWords(time.budgetMs)}.` : null,
    own ? `You rated yourself ${own.own} of 4, the report ${own.report.toFixed(1)}.` : null,
    ...points.map(pointLines),
    answer ? `### Answer\n\n${quote(answer)}` : null,
  ]
    .filter((block) => block !== null)
    .join("\n\n");
}

const list = (title: string, lines: readonly string[]): string | null =>
  lines.length > 0 ? `## ${title}\n\n${lines.map((line) => `- ${line}`).join("\n")}` : null;

/** Findings of each kind, with their places and the question. */
function findingSections(report: Report): (string | null)[] {
  return FINDING_SOURCES.map((source) => {
    const findings = (report.findings ?? []).filter((finding) => finding.source === source);
    const blocks = findings.flatMap(({ statement, question, places, chapter, chapterTitle }) => [
      `**${statement}**`,
      ...places.map((place) => `${placeTitle(place)}:\n\n${quote(placeText(place))}`),
      `${question} Read: ${chapterTitle} (${chapter})`,
    ]);
    return blocks.length > 0 ? [`## ${FINDING_TITLES[source]}`, ...blocks].join("\n\n") : null;
  });
}

function head(report: Report): string {
  const { setup, levelVerdict } = report;
  const verdict = levelVerdict
    ? `Level verdict: **${levelVerdict.level ? LEVEL_WORDS[levelVerdict.level] : "below Mid"}** (rating ${levelVerdict.rating.toFixed(1)} of 4, ${levelVerdict.low.toFixed(1)} to ${levelVerdict.high.toFixed(1)}).`
    : "Coach mode: no level verdict.";
  return [
    `# ${report.caseTitle}: interview report`,
    `${new Date(report.submittedAtMs).toISOString().slice(0, 10)}, aimed at ${LEVEL_WORDS[setup.level]}, ${setup.mode} mode, ${setup.lengthMinutes} minutes. A self-study estimate by rules that quote their evidence.`,
    `Covered: **${scoreWords(report.score)}** of what ${LEVEL_WORDS[setup.level]} is expected to say. ${verdict}`,
    `Time: ${durationWords(report.time.elapsedMs)} of ${durationWords(report.time.totalMs)}.`,
  ].join("\n\n");
}

function secondSection(report: Report, second: SecondGrade): string {
  const byId = new Map(second.points.map((point) => [point.id, point]));
  const lines = report.points.flatMap((point) => {
    const other = byId.get(point.id);
    if (!other) return [];
    const why = other.dropped ? ` ${DROP_WORDS[other.dropped]}` : "";
    return [
      `- ${point.text} Report: ${VERDICT_WORDS[point.verdict]}. Model: ${SECOND_VERDICT_WORDS[other.verdict]}.${why}`,
    ];
  });
  const said = [secondOutcome(second, report.points, report.score.value), ...failureSentences(second)];
  return [
    `## A second reading, by a language model (${second.model})`,
    [...said, ...secondNotes(second)].join(" "),
    lines.join("\n"),
  ].join("\n\n");
}

export function reportToMarkdown(report: Report, ownRatings: readonly OwnRating[] = []): string {
  const ownOf = (stage: Stage) => ownRatings.find((rating) => rating.stage === stage);
  const blocks = [
    head(report),
    list(
      "Practise next",
      report.nextSteps.map(({ title, href, reason }) => `${title} (${href}): ${reason}`),
    ),
    list(
      "Pitfalls",
      report.pitfalls.map(({ pitfall, explanation }) => `**${PITFALL_WORDS[pitfall]}.** ${explanation}`),
    ),
    list("Notes on the answer", report.flags),
    ...includedStages(report.setup.stages).map((stage) => stageSection(report, stage, ownOf(stage))),
    ...findingSections(report),
    report.answers.whole ? `## Answer\n\n${quote(report.answers.whole)}` : null,
    list(
      "Changed requirements",
      report.twists.map(
        ({ change, adapted }) =>
          `${change}: ${adapted ? "the design was adapted" : "no sign that the design was adapted"}`,
      ),
    ),
    list(
      "Never asked",
      report.questions.missed.map(({ question, ifNeverAsked }) => `${question} ${ifNeverAsked}`),
    ),
    report.second ? secondSection(report, report.second) : null,
    report.board ? `## Board\n\n\`\`\`\n${report.board.replaceAll("```", "'''")}\n\`\`\`` : null,
  ];
  return `${blocks.filter((block) => block !== null).join("\n\n")}\n`;
}
