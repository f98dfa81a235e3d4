import { KnobSection } from "@/components/lab/core/knobs/knob-section";
import { formatMany } from "@/components/lab/format";
import type { KnobsProps } from "@/components/lab/search/knobs/knobs-props";
import { synonymsOf } from "@/components/lab/search/query/understood-words";
import { Checkbox } from "@/components/ui/inputs";
import type { Understanding } from "@/lib/pipeline/product-search/trace";

const onOff = (isOn: boolean) => (isOn ? "on" : "off");

/** What happens to the query before anything is searched. */
export function UnderstandKnobs({
  knobs,
  onChange,
  understanding: { tokens },
}: KnobsProps & { understanding: Understanding }) {
  const corrected = tokens.filter(({ status }) => status === "corrected").length;
  const added = tokens.reduce((sum, token) => sum + synonymsOf(token).length, 0);
  return (
    <KnobSection
      control="understand"
      title="Understand"
      question="What happens to the words before anything is searched?"
      summary={`spelling ${onOff(knobs.spelling)}, synonyms ${onOff(knobs.synonyms)}`}
    >
      <Checkbox
        label="Spelling correction"
        hint={
          knobs.spelling
            ? `${formatMany(corrected, "word")} corrected in this query`
            : "Off: a misspelt word matches nothing"
        }
        checked={knobs.spelling}
        onChange={(event) => onChange({ ...knobs, spelling: event.target.checked })}
      />
      <Checkbox
        label="Synonyms"
        hint={
          knobs.synonyms
            ? `${formatMany(added, "synonym")} added to this query, learnt from sessions`
            : "Off: another word for the same thing does not match"
        }
        checked={knobs.synonyms}
        onChange={(event) => onChange({ ...knobs, synonyms: event.target.checked })}
      />
    </KnobSection>
  );
}
