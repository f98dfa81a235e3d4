import {
  LABELS_HINTS,
  LABELS_LABELS,
  RANKER_HINTS,
  RANKER_LABELS,
} from "@/components/lab/search/search-words";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import { SEARCH_LABELS, type SearchLabels, type SearchRanker } from "@/lib/pipeline/product-search/names";

type RankerFieldProps<Ranker extends SearchRanker> = {
  label: string;
  /** Those that can be chosen. */
  rankers: readonly Ranker[];
  value: Ranker;
  disabled?: boolean;
  /** Said under the label beside what the ranker is; "" for nothing. */
  note?: string;
  withHint?: boolean;
  className?: string;
  onChange: (ranker: Ranker) => void;
};

export function RankerField<Ranker extends SearchRanker>(props: RankerFieldProps<Ranker>) {
  const { label, rankers, value, disabled = false, note = "", withHint = false, className, onChange } = props;
  return (
    <Field
      label={label}
      {...(withHint && { hint: `${RANKER_HINTS[value]}.${note}` })}
      {...(className && { className })}
    >
      {(control) => (
        <Select
          {...control}
          value={value}
          disabled={disabled}
          onChange={(event) => {
            const ranker = rankers[event.target.selectedIndex];
            if (ranker) onChange(ranker);
          }}
        >
          {rankers.map((name) => (
            <option key={name} value={name}>
              {RANKER_LABELS[name]}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

type LabelsFieldProps = {
  label: string;
  value: SearchLabels;
  disabled?: boolean;
  withHint?: boolean;
  className?: string;
  onChange: (labels: SearchLabels) => void;
};

export function LabelsField(props: LabelsFieldProps) {
  const { label, value, disabled = false, withHint = false, className, onChange } = props;
  return (
    <Field
      label={label}
      {...(withHint && { hint: `${LABELS_HINTS[value]}.` })}
      {...(className && { className })}
    >
      {(control) => (
        <Select
          {...control}
          value={value}
          disabled={disabled}
          onChange={(event) => {
            const labels = SEARCH_LABELS[event.target.selectedIndex];
            if (labels) onChange(labels);
          }}
        >
          {SEARCH_LABELS.map((name) => (
            <option key={name} value={name}>
              {LABELS_LABELS[name]}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
