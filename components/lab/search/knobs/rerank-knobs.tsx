import { isOn, withPart } from "@/components/lab/core/knobs/knob-change";
import { KnobSection } from "@/components/lab/core/knobs/knob-section";
import type { KnobsProps } from "@/components/lab/search/knobs/knobs-props";
import { signed } from "@/components/lab/search/results/product-words";
import { Checkbox } from "@/components/ui/inputs";
import { Slider } from "@/components/ui/slider";
import type { SearchKnobs } from "@/lib/pipeline/product-search/knobs";

const BOOSTS: ReadonlyArray<{ name: keyof SearchKnobs["boosts"]; label: string }> = [
  { name: "newness", label: "Boost of the last 30 days" },
  { name: "popularity", label: "Boost of what sells" },
  { name: "rating", label: "Boost of good ratings" },
];

/** Rules of the shop, and how different the page must be. */
export function RerankKnobs({ knobs, onChange }: KnobsProps) {
  const hasRules = isOn(knobs, "rules");
  const isDiversifying = isOn(knobs, "diversify") && knobs.diversifier === "mmr";
  return (
    <KnobSection
      control="rerank"
      title="Re-rank"
      question="What must the whole page be like?"
      summary={`${hasRules ? `at most ${knobs.sellerCap} of one seller` : "no rules"}, diversity ${isDiversifying ? `MMR ${knobs.mmrLambda}` : "off"}`}
    >
      <Checkbox
        label="Rules"
        hint="No listing twice, a cap for each seller, the boosts below"
        checked={hasRules}
        onChange={(event) => onChange(withPart(knobs, "rules", event.target.checked))}
      />
      {BOOSTS.map(({ name, label }) => (
        <Slider
          key={name}
          label={label}
          min={-2}
          max={2}
          step={0.1}
          value={knobs.boosts[name]}
          disabled={!hasRules}
          format={(value) => `${signed(value, 1)} sd`}
          onChange={(value) => onChange({ ...knobs, boosts: { ...knobs.boosts, [name]: value } })}
        />
      ))}
      <p className="-mt-2 text-xs text-ink-2">In standard deviations of the scores of this search.</p>
      <Slider
        label="Seller cap"
        min={1}
        max={10}
        value={knobs.sellerCap}
        disabled={!hasRules}
        format={(value) => `${value} of one seller`}
        onChange={(sellerCap) => onChange({ ...knobs, sellerCap })}
      />
      <Checkbox
        label="Diversity (MMR)"
        hint="One by one, the best that is unlike those above"
        checked={isDiversifying}
        onChange={(event) =>
          onChange({
            ...withPart(knobs, "diversify", true),
            diversifier: event.target.checked ? "mmr" : "none",
          })
        }
      />
      <Slider
        label="MMR lambda"
        min={0}
        max={1}
        step={0.05}
        value={knobs.mmrLambda}
        disabled={!isDiversifying}
        format={(value) => value.toFixed(2)}
        hint="1 is relevance only, 0 is difference only"
        onChange={(mmrLambda) => onChange({ ...knobs, mmrLambda })}
      />
      <Slider
        label="Results on the page"
        min={1}
        max={50}
        value={knobs.slateSize}
        format={(value) => String(value)}
        onChange={(slateSize) => onChange({ ...knobs, slateSize })}
      />
    </KnobSection>
  );
}
