import { KnobSection } from "@/components/lab/core/knobs/knob-section";
import { formatCount } from "@/components/lab/format";
import type { SearchLabStore } from "@/components/lab/search/search-store";
import type { SearchLabView } from "@/components/lab/search/search-view";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import type { ClickModelName } from "@/lib/pipeline/product-search/trace";

const SIZES = [20_000, 50_000, 200_000];
export const CLICK_MODEL_LABELS: Record<ClickModelName, string> = {
  pbm: "Position-based",
  cascade: "Cascade",
};
const CLICK_MODEL_HINTS: Record<ClickModelName, string> = {
  pbm: "Each place is seen with a chance of its own, whatever stands above it.",
  cascade:
    "Read from the top, until the first that pleases. Its log is another one: models are trained on it here.",
};
const CLICK_MODELS = ["pbm", "cascade"] as const;

/** How many products there are, and how the people behave who wrote the log. */
export function CatalogueKnobs({ lab, view: { state } }: { lab: SearchLabStore; view: SearchLabView }) {
  const sizes = SIZES.includes(state.products) ? SIZES : [state.products, ...SIZES].sort((a, b) => a - b);
  return (
    <KnobSection
      control="catalogue"
      title="Catalogue and log"
      question="How many products are there, and who clicked on them?"
      summary={`${formatCount(state.products)} products, ${CLICK_MODEL_LABELS[state.clickModel].toLowerCase()}`}
    >
      <Field label="Catalogue (products)">
        {(control) => (
          <Select
            {...control}
            value={state.products}
            onChange={(event) => lab.setProducts(Number(event.target.value))}
          >
            {sizes.map((size) => (
              <option key={size} value={size}>
                {formatCount(size)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Click behaviour" hint={CLICK_MODEL_HINTS[state.clickModel]}>
        {(control) => (
          <Select
            {...control}
            value={state.clickModel}
            onChange={(event) => {
              const chosen = CLICK_MODELS[event.target.selectedIndex];
              if (chosen) lab.setClickModel(chosen);
            }}
          >
            {CLICK_MODELS.map((name) => (
              <option key={name} value={name}>
                {CLICK_MODEL_LABELS[name]}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </KnobSection>
  );
}
