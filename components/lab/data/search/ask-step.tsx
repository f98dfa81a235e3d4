import { Search } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { Step } from "@/components/lab/data/core/step";
import { HitExplanation } from "@/components/lab/data/search/hit-explanation";
import { HitList } from "@/components/lab/data/search/hit-list";
import type { SearchStore } from "@/components/lab/data/search/search-store";
import type { SearchView } from "@/components/lab/data/search/search-view";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";

type AskStepProps = { store: SearchStore; view: SearchView; examples: readonly string[] };

/** A query box over the collection; any hit can be explained. */
export function AskStep({ store, view, examples }: AskStepProps) {
  const { found, explanation } = view;
  return (
    <Step
      number={5}
      title="Ask it"
      lead="Any text, or one of the judged queries: then relevant documents are marked as such. Choose a hit to see why it stands where it stands."
    >
      <QueryForm examples={examples} onAsk={(text) => void store.search(text)} />
      {found && (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-2">
          <HitList store={store} view={view} found={found} />
          {explanation ? (
            <HitExplanation explanation={explanation} />
          ) : (
            <p className="self-start rounded-lg border border-dashed border-line-strong/60 p-4 text-sm text-ink-2">
              Choose a hit: its terms, its vector and its measures appear here.
            </p>
          )}
        </div>
      )}
    </Step>
  );
}

function QueryForm({ examples, onAsk }: { examples: readonly string[]; onAsk: (text: string) => void }) {
  const listId = useId();
  const [text, setText] = useState(examples[0] ?? "");
  const ask = (event: FormEvent) => {
    event.preventDefault();
    onAsk(text);
  };
  return (
    <form onSubmit={ask} className="flex max-w-3xl flex-wrap items-end gap-3">
      <Field label="Query" className="min-w-0 flex-1 basis-72">
        {(control) => (
          <TextInput
            {...control}
            list={listId}
            maxLength={1_000}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <datalist id={listId}>
        {examples.map((example) => (
          <option key={example} value={example} />
        ))}
      </datalist>
      <Button type="submit" variant="primary" icon={<Search size={15} aria-hidden />}>
        Search
      </Button>
    </form>
  );
}
