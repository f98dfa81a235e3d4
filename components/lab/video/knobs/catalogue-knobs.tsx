import { KnobSection } from "@/components/lab/core/knobs/knob-section";
import { formatCount, formatMilliseconds, formatShare } from "@/components/lab/format";
import { nearestStep, PROBE_STEPS } from "@/components/lab/video/knobs/steps";
import type { VideoLabStore } from "@/components/lab/video/video-store";
import type { VideoLabView } from "@/components/lab/video/video-view";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import { Slider } from "@/components/ui/slider";
import type { Knobs } from "@/lib/pipeline/video/knobs";
import type { BackendName } from "@/lib/pipeline/workers/protocol";

const SIZES = [50_000, 100_000, 1_000_000];
const LISTS = [0, 128, 256, 512, 1_024, 2_048, 4_096];
const BACKENDS: ReadonlyArray<{ value: BackendName; label: string; hint: string }> = [
  { value: "wasm", label: "WebAssembly SIMD", hint: "On the processor; every browser has it" },
  {
    value: "webgl",
    label: "WebGL",
    hint: "On the graphics card; tried first, and refused when it is slow or wrong",
  },
  {
    value: "webgpu",
    label: "WebGPU",
    hint: "On the graphics card; tried first, and refused when it is slow or wrong",
  },
];
const SEARCHES: ReadonlyArray<{ value: Knobs["index"]; label: string; hint: string }> = [
  { value: "exact", label: "Exact scan", hint: "Compares the viewer with every row" },
  { value: "lists", label: "Inverted lists", hint: "Compares with the rows of the nearest lists only" },
];

/** How many videos there are, how they are searched, and what computes the models. */
export function CatalogueKnobs({ lab, view }: { lab: VideoLabStore; view: VideoLabView }) {
  const { state } = view;
  const { knobs } = state;
  const sizes = SIZES.includes(state.items) ? SIZES : [state.items, ...SIZES].sort((a, b) => a - b);
  const search = SEARCHES.find(({ value }) => value === knobs.index) ?? SEARCHES[0];
  const backend = BACKENDS.find(({ value }) => value === state.backend) ?? BACKENDS[0];
  return (
    <KnobSection
      control="catalogue"
      title="Catalogue and search"
      question="How many videos are there, and how many are looked at?"
      summary={`${formatCount(state.items)} videos, ${search?.label.toLowerCase()}`}
    >
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-1">
        <Field label="Catalogue (videos)">
          {(control) => (
            <Select
              {...control}
              value={state.items}
              onChange={(event) => lab.setItems(Number(event.target.value))}
            >
              {sizes.map((size) => (
                <option key={size} value={size}>
                  {formatCount(size)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Search">
          {(control) => (
            <Select
              {...control}
              value={knobs.index}
              onChange={(event) => {
                const chosen = SEARCHES[event.target.selectedIndex];
                if (chosen) lab.setKnobs({ ...knobs, index: chosen.value });
              }}
            >
              {SEARCHES.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <p className="text-xs text-ink-2">
        {search?.hint}. <Scanned view={view} />
      </p>
      {knobs.index === "lists" && <ListKnobs lab={lab} view={view} />}
      <Field label="Model runtime" hint={backend?.hint}>
        {(control) => (
          <Select
            {...control}
            value={state.backend}
            onChange={(event) => {
              const chosen = BACKENDS[event.target.selectedIndex];
              if (chosen) lab.setBackend(chosen.value);
            }}
          >
            {BACKENDS.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </KnobSection>
  );
}

/** Of this request, as it was run. */
function Scanned({ view: { recommendation } }: { view: VideoLabView }) {
  const { scanned } = recommendation.search;
  if (scanned === 0) return "This request searched no index.";
  const share = scanned / Math.max(1, recommendation.catalogueSize);
  return (
    <span className="tabular-nums">
      This request looked at {formatCount(scanned)} of {formatCount(recommendation.catalogueSize)} rows (
      {formatShare(share)}).
    </span>
  );
}

function ListKnobs({ lab, view }: { lab: VideoLabStore; view: VideoLabView }) {
  const { lists, knobs } = view.state;
  const steps = PROBE_STEPS.filter((probes) => !view.lists || probes <= view.lists.lists);
  const options = LISTS.includes(lists) ? LISTS : [...LISTS, lists].sort((a, b) => a - b);
  return (
    <div className="grid grid-cols-2 items-start gap-3">
      <Field label="Lists">
        {(control) => (
          <Select {...control} value={lists} onChange={(event) => lab.setLists(Number(event.target.value))}>
            {options.map((count) => (
              <option key={count} value={count}>
                {count === 0 ? "As many as fit" : formatCount(count)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Slider
        label="Probes"
        min={0}
        max={steps.length - 1}
        value={nearestStep(steps, knobs.probes)}
        format={(index) => `${formatCount(steps[index] ?? knobs.probes)} lists`}
        onChange={(index) => lab.setKnobs({ ...knobs, probes: steps[index] ?? knobs.probes })}
      />
      {view.lists && (
        <p className="col-span-2 -mt-1 text-xs text-ink-2 tabular-nums">
          Grouped into {formatCount(view.lists.lists)} lists in {formatMilliseconds(view.lists.milliseconds)}.
        </p>
      )}
    </div>
  );
}
