import { Checkbox } from "@/components/ui/inputs";
import { newPeerReview } from "@/lib/classroom/assignment-input";
import { DateField } from "./date-field";
import { FormSection } from "./form-section";
import { NumberField } from "./number-field";
import type { SectionProps } from "./section-props";

/** Reviews among students: how many each writes, until when, and how little they count. */
export function PeerSection({ input, set, errorOf, timeZone }: SectionProps) {
  const { peerReview: peer } = input;
  const change = (changes: Partial<NonNullable<typeof peer>>) =>
    peer && set("peerReview", { ...peer, ...changes });
  const field = (name: string) => errorOf(`peerReview.${name}`);
  return (
    <FormSection
      title="Peer review"
      lead="After the last submission students review each other without names, once they have marked an answer whose marks are known."
    >
      <Checkbox
        label="Students review each other"
        checked={peer !== null}
        onChange={({ target }) => set("peerReview", target.checked ? newPeerReview(input, timeZone) : null)}
      />
      {peer && (
        <>
          <div className="grid items-start gap-5 sm:grid-cols-2">
            <NumberField
              label="Reviews by each student"
              hint="Three to five agree better than one."
              min={1}
              max={5}
              step={1}
              error={field("reviewsPerStudent")}
              value={peer.reviewsPerStudent}
              onChange={(reviewsPerStudent) => change({ reviewsPerStudent })}
            />
            <NumberField
              label="Share of the grade"
              unit="%"
              hint="Low on purpose: peers grade generously."
              min={0}
              max={20}
              step="any"
              error={field("weightPercent")}
              value={peer.weightPercent}
              onChange={(weightPercent) => change({ weightPercent })}
            />
          </div>
          <DateField
            label="Reviews due"
            error={field("dueAt")}
            timeZone={timeZone}
            value={peer.dueAt}
            onChange={(dueAt) => change({ dueAt })}
          />
        </>
      )}
    </FormSection>
  );
}
