import { LinkButton } from "@/components/ui/link-button";
import { readVideoDesign } from "@/lib/design/video";
import { VIDEO_FIELDS } from "@/lib/design/video-fields";
import { designInLab } from "@/lib/design/video-lab";
import type { Report } from "@/lib/grading/report/schema";

const LABELS = new Map<string, string>(VIDEO_FIELDS.map((field) => [field.id, field.label]));

/** A stored value back as it was chosen: numbers were written out. */
function asDecided(decisions: Report["decisions"]): Record<string, unknown> {
  const numeric = new Set<string>(
    VIDEO_FIELDS.flatMap((field) => (field.kind === "number" ? [field.id] : [])),
  );
  return Object.fromEntries(
    decisions.map(({ field, value }) => [field, numeric.has(field) ? Number(value) : value]),
  );
}

function valueInWords(field: string, value: string): string {
  const found = VIDEO_FIELDS.find((candidate) => candidate.id === field);
  if (found?.kind === "choice") return found.options.find((option) => option.value === value)?.label ?? value;
  return found ? `${value} ${found.unit}`.trim() : value;
}

/** The typed choices of the design, and the way to see those run that the lab has knobs for. */
export function DecisionsReview({ decisions }: { decisions: Report["decisions"] }) {
  if (decisions.length === 0) return null;
  const { query, shown, notShown } = designInLab(readVideoDesign(asDecided(decisions)));
  return (
    <section aria-labelledby="decisions" className="grid max-w-3xl gap-3">
      <h2 id="decisions" className="text-lg font-semibold">
        Your decisions
      </h2>
      <dl className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2">
        {decisions.map(({ field, value }) => (
          <div key={field} className="flex justify-between gap-3 border-b border-line py-1">
            <dt className="text-ink-2">{LABELS.get(field) ?? field}</dt>
            <dd>{valueInWords(field, value)}</dd>
          </div>
        ))}
      </dl>
      {shown.length > 0 && (
        <p className="flex flex-wrap items-center gap-3 text-sm print:hidden">
          <LinkButton href={`/lab/video?${query}`}>Run these choices in the lab</LinkButton>
          {notShown.length > 0 && (
            <span className="text-ink-2">
              Not a knob there:{" "}
              {notShown.map((field) => LABELS.get(field)?.toLowerCase() ?? field).join(", ")}.
            </span>
          )}
        </p>
      )}
    </section>
  );
}
