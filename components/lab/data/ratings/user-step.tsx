"use client";

import { useEffect, useState } from "react";
import { Step } from "@/components/lab/data/core/step";
import type { RatingsStore } from "@/components/lab/data/ratings/ratings-store";
import type { RatingsView, SplitName } from "@/components/lab/data/ratings/ratings-view";
import { UserSlate } from "@/components/lab/data/ratings/user-slate";
import { formatCount } from "@/components/lab/format";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import type { CallResult } from "@/lib/pipeline/workers/protocol";

const SHOWN_USERS = 30;
const SPLIT_WORDS: Record<SplitName, string> = { item: "random split", time: "time split" };

type UserStepProps = { store: RatingsStore; view: RatingsView; trained: SplitName };

/** Pick somebody from the file: what they rated, and the ten that the trained pipeline would show them. */
export function UserStep({ store, view, trained }: UserStepProps) {
  const { slate, runs } = view;
  const [text, setText] = useState("");
  const [found, setFound] = useState<CallResult<"list-rating-users"> | null>(null);
  const run = runs[trained];
  useEffect(() => {
    // Another run has other users; naming it here makes the list follow.
    if (!run) return;
    let isHere = true;
    void store.listUsers(text, SHOWN_USERS).then((users) => isHere && setFound(users));
    return () => {
      isHere = false;
    };
  }, [store, text, run]);
  return (
    <Step
      number={5}
      title="Become a user of this file"
      lead={`By the pipeline trained last, on the ${SPLIT_WORDS[trained]}. It was not told the held-out ratings, so a hit among the ten is a hit.`}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[16rem_minmax(0,1fr)]">
        <div className="grid content-start gap-2">
          <Field label="Find a user by id">
            {(control) => (
              <TextInput {...control} value={text} onChange={(event) => setText(event.target.value)} />
            )}
          </Field>
          {found && (
            <>
              <p className="text-sm text-ink-2 tabular-nums" role="status">
                {formatCount(found.total)} users
                {found.total > found.users.length && `, the first ${found.users.length} shown`}
              </p>
              <ul className="max-h-40 overflow-y-auto overscroll-contain rounded-md border border-line lg:max-h-96">
                {found.users.map(({ user, rated, heldOut }) => (
                  <li key={user}>
                    <button
                      type="button"
                      aria-pressed={slate?.user === user}
                      onClick={() => void store.becomeUser(user)}
                      className="flex min-h-8 w-full cursor-pointer items-baseline justify-between gap-3 px-2.5 py-1 text-left text-sm hover:bg-sunken focus-visible:-outline-offset-2 aria-pressed:bg-accent-soft aria-pressed:font-medium"
                    >
                      <span className="min-w-0 truncate">{user}</span>
                      <span className="shrink-0 text-xs text-ink-2 tabular-nums">
                        {formatCount(rated)} rated, {formatCount(heldOut)} held out
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
        {slate && <UserSlate slate={slate} />}
      </div>
    </Step>
  );
}
