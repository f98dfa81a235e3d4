import Link from "next/link";
import { FINDING_SOURCES, FINDING_TITLES, placeText, placeTitle } from "@/lib/grading/report/places";
import type { Report, ReportFinding } from "@/lib/grading/report/schema";
import type { Place } from "@/lib/interview/finding";
import { foundId } from "./found-id";

/** Words of the answer lead to where they are marked, parts of the board to the board. */
function PlaceWords({ place, id }: { place: Place; id: string }) {
  const text = placeText(place);
  const link = "no-underline hover:text-ink";
  if (place.place === "text")
    return (
      <a href={`#${id}`} className={link}>
        “{text}”
      </a>
    );
  if (place.place === "board")
    return (
      <a href="#board" className={`font-mono text-[0.8125rem] ${link}`}>
        {text}
      </a>
    );
  return place.place === "fact" ? `“${text}”` : text;
}

function FindingItem({ finding }: { finding: ReportFinding }) {
  const { id, statement, question, places, chapter, chapterTitle } = finding;
  return (
    <li id={`finding-${id}`} className="grid scroll-mt-24 gap-3 py-5 target:bg-accent-soft/50">
      <p className="max-w-3xl font-medium">{statement}</p>
      <dl className={`grid gap-4 ${places.length > 1 ? "sm:grid-cols-2" : "max-w-3xl"}`}>
        {places.map((place, index) => (
          <div key={foundId(id, index)} className="min-w-0 border-l-2 border-line-strong pl-3">
            <dt className="text-xs text-ink-2">{placeTitle(place)}</dt>
            <dd className="mt-1 font-serif text-sm break-words whitespace-pre-wrap text-ink-2">
              <PlaceWords place={place} id={foundId(id, index)} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="max-w-3xl text-sm">
        {question}{" "}
        <Link href={chapter} className="text-accent underline underline-offset-2">
          Read: {chapterTitle}
        </Link>
      </p>
    </li>
  );
}

/** What does not go together in the design, and what its board lacks: questions with their places, without points. */
export function FindingsReview({ findings = [] }: { findings: Report["findings"] }) {
  return FINDING_SOURCES.map((source) => {
    const own = findings.filter((finding) => finding.source === source);
    if (own.length === 0) return null;
    return (
      <section key={source} aria-labelledby={`findings-${source}`}>
        <h2 id={`findings-${source}`} className="text-lg font-semibold">
          {FINDING_TITLES[source]}
        </h2>
        <p className="mt-1 max-w-2xl text-sm text-ink-2">
          {source === "contradiction"
            ? "Two places that do not seem to go together, and what an interviewer would ask. No points were taken for it."
            : "Read from the boxes and arrows alone. What you meant but did not draw counts in your answer."}
        </p>
        <ul className="mt-2 divide-y divide-line border-b border-line">
          {own.map((finding) => (
            <FindingItem key={finding.id} finding={finding} />
          ))}
        </ul>
      </section>
    );
  });
}
