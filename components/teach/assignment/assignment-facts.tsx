import type { AssignmentSettings } from "@/lib/classroom/assignment";
import type { EffectiveDates } from "@/lib/classroom/dates/effective-dates";
import { policyWords } from "@/lib/classroom/feedback/result-words";
import { formatNumber, formatWithNoun } from "@/lib/framework/units";
import { LEVEL_WORDS } from "@/lib/grading/report/words";
import { ClassDate } from "./class-date";
import { type Fact, Facts } from "./facts";
import { attemptsWords, stagesWords } from "./setting-words";

const MODE_WORDS = { coach: "Coach", exam: "Exam" } as const;

type FactsProps = {
  settings: AssignmentSettings;
  /** Those that hold for the reader. */
  dates: EffectiveDates;
  timeZone: string;
  caseTitles: ReadonlyMap<string, string>;
};

const titlesOf = ({ caseSlugs }: AssignmentSettings, titles: ReadonlyMap<string, string>) =>
  caseSlugs.map((slug) => titles.get(slug) ?? slug).join(", ");

function dateFacts({ settings, dates, timeZone }: FactsProps): Fact[] {
  const facts = [{ term: "Due", value: <ClassDate atMs={dates.dueAtMs} timeZone={timeZone} /> }];
  if (dates.closesAtMs > dates.dueAtMs)
    facts.push(
      { term: "Late until", value: <ClassDate atMs={dates.closesAtMs} timeZone={timeZone} /> },
      { term: "Lateness", value: <>{policyWords(settings.latePolicy) ?? "Costs nothing."}</> },
    );
  return facts;
}

function interviewFacts({ settings, dates, caseTitles }: FactsProps): Fact[] {
  const minutes = settings.lengthMinutes * dates.timeMultiplier;
  const several = settings.caseSlugs.length > 1;
  return [
    {
      term: several ? "Cases" : "Case",
      value: titlesOf(settings, caseTitles) + (several ? " (take one)" : ""),
    },
    {
      term: "Interview",
      value: `${MODE_WORDS[settings.mode]}, ${LEVEL_WORDS[settings.level]}, ${formatNumber(minutes)} min`,
    },
    { term: "Attempts", value: attemptsWords(dates.attempts, settings.attemptKept) },
  ];
}

function shownFacts({ settings, timeZone }: FactsProps): Fact[] {
  const facts: Fact[] = [
    { term: "Points possible", value: formatNumber(settings.pointsPossible) },
    {
      term: "Report",
      value: settings.reportShown === "at-once" ? "After submitting" : "With the grades",
    },
  ];
  if (settings.evidenceWorld)
    facts.push({ term: "Lab run", value: `One of the ${settings.evidenceWorld} lab has to be attached` });
  if (settings.isAnonymous) facts.push({ term: "Names", value: "Graded without names" });
  if (settings.peerReview) {
    const { reviewsPerStudent, weightPercent, dueAtMs } = settings.peerReview;
    facts.push({
      term: "Peer review",
      value: (
        <>
          {formatWithNoun(reviewsPerStudent, "review")} by each, {formatNumber(weightPercent)} % of the grade,
          due <ClassDate atMs={dueAtMs} timeZone={timeZone} />
        </>
      ),
    });
  }
  return facts;
}

/** For the staff: everything that is set. */
export function AssignmentFacts(props: FactsProps) {
  const { settings, dates, timeZone } = props;
  const release = { term: "Release", value: <ClassDate atMs={dates.releaseAtMs} timeZone={timeZone} /> };
  const stages = { term: "Stages", value: stagesWords(settings) };
  return (
    <Facts facts={[release, ...dateFacts(props), ...interviewFacts(props), stages, ...shownFacts(props)]} />
  );
}

/** For a student: what holds for them. An exam names no stage before it is submitted, and this page neither. */
export function OwnAssignmentFacts(props: FactsProps) {
  const { settings } = props;
  const stages = settings.mode === "exam" ? [] : [{ term: "Stages", value: stagesWords(settings) }];
  return <Facts facts={[...dateFacts(props), ...interviewFacts(props), ...stages, ...shownFacts(props)]} />;
}
