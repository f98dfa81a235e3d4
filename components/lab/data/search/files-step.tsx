import { Step } from "@/components/lab/data/core/step";
import { formatBytes } from "@/components/lab/data/format-bytes";
import type { SearchStore } from "@/components/lab/data/search/search-store";
import { Button } from "@/components/ui/button";

/** What will be read, once more in words. */
export function FilesStep({ store, isRead }: { store: SearchStore; isRead: boolean }) {
  const { corpus, queries, train, test } = store.files;
  return (
    <Step
      number={1}
      title="What the files hold"
      takesFocus
      lead={`Documents in ${corpus.path} (${formatBytes(corpus.file.size)}), queries in ${queries.path}, judgements to measure on in ${test.path}${train ? `, to learn from in ${train.path}` : ""}. Change it above where it is wrong.`}
    >
      <div>
        <Button variant={isRead ? "secondary" : "primary"} onClick={() => void store.read()}>
          {isRead ? "Read it again" : "Read the collection"}
        </Button>
      </div>
    </Step>
  );
}
