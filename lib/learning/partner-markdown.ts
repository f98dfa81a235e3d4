/** A partner's scoring sheet as the end of a report's Markdown file. */
import { STAGE_INFO } from "@/lib/framework/stages";
import { VERDICT_WORDS } from "@/lib/grading/report/words";
import { agreementWords, type ComparedPoint, type PartnerComparison } from "./partner-comparison";
import { MARK_WORDS } from "./scoring-sheet";

/** On one line, so that a note cannot pose as a part of the report. */
const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

const pointLine = ({ point, partner, note }: ComparedPoint): string =>
  `- ${STAGE_INFO[point.stage].title}, partner **${MARK_WORDS[partner]}**, machine **${VERDICT_WORDS[point.verdict]}**: ${point.text}${note === "" ? "" : ` Note: ${oneLine(note)}`}`;

/** Empty when nobody marked anything. */
export function partnersMarkdown(comparisons: readonly PartnerComparison[]): string {
  const sections = comparisons.map(({ points, notes, agreement }, i) => {
    const title = comparisons.length > 1 ? `Partner ${i + 1} and machine` : "Partner and machine";
    const noted = notes.map(({ point, note }) => `- ${point.text} Note: ${oneLine(note)}`);
    const lines = [...points.map(pointLine), ...noted].join("\n");
    return `\n## ${title}\n\n${agreementWords(agreement)} The partner's marks change no score.\n\n${lines}\n`;
  });
  return sections.join("");
}
