import { LinkButton } from "@/components/ui/link-button";
import { decisionWords } from "@/lib/design/decision-words";
import { DESIGNS, type World } from "@/lib/design/designs";
import type { DesignField } from "@/lib/design/fields";
import type { Report } from "@/lib/grading/report/schema";

/** A stored value back as it was chosen: numbers were written out. */
function asDecided(
  fields: readonly DesignField[],
  decisions: Report["decisions"],
): Record<string, string | number> {
  const isNumber = (id: string) => fields.some((field) => field.id === id && field.kind === "number");
  return Object.fromEntries(
    decisions.map(({ field, value }) => [field, isNumber(field) ? Number(value) : value]),
  );
}

/** The typed choices of the design, and the way to see those run that the lab of its world has knobs for. */
export function DecisionsReview({
  decisions,
  world,
  title = "Your decisions",
}: {
  decisions: Report["decisions"];
  world: World;
  title?: string;
}) {
  if (decisions.length === 0) return null;
  const { fields, inLab } = DESIGNS[world];
  const { query, shown, notShown } = inLab(asDecided(fields, decisions));
  return (
    <section aria-labelledby="decisions" className="grid max-w-3xl gap-3">
      <h2 id="decisions" className="text-lg font-semibold">
        {title}
      </h2>
      <dl className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2">
        {decisions.map(({ field, value }) => {
          const words = decisionWords(fields, field, value);
          return (
            <div key={field} className="flex justify-between gap-3 border-b border-line py-1">
              <dt className="text-ink-2">{words.label}</dt>
              <dd>{words.value}</dd>
            </div>
          );
        })}
      </dl>
      {shown.length > 0 && (
        <p className="flex flex-wrap items-center gap-3 text-sm print:hidden">
          <LinkButton href={`/lab/${world}?${query}`}>Run these choices in the lab</LinkButton>
          {notShown.length > 0 && (
            <span className="text-ink-2">
              Not a knob there:{" "}
              {notShown.map((field) => decisionWords(fields, field, "").label.toLowerCase()).join(", ")}.
            </span>
          )}
        </p>
      )}
    </section>
  );
}
