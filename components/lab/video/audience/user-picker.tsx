"use client";

import { useEffect, useState } from "react";
import { formatCount } from "@/components/lab/format";
import type { VideoLabStore } from "@/components/lab/video/video-store";
import { Badge } from "@/components/ui/badge";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { Spinner } from "@/components/ui/spinner";
import type { UserSummary } from "@/lib/pipeline/video/trace";

const PAGE = 200;
const SHOWN = 40;

async function loadUsers(lab: VideoLabStore): Promise<UserSummary[]> {
  const first = await lab.listUsers(0, PAGE);
  const offsets = Array.from({ length: Math.ceil(first.total / PAGE) - 1 }, (_, page) => (page + 1) * PAGE);
  const others = await Promise.all(offsets.map((offset) => lab.listUsers(offset, PAGE)));
  return [first, ...others].flatMap((page) => page.users);
}

function matches(user: UserSummary, words: readonly string[]): boolean {
  const text =
    `${user.label} ${user.language} ${user.topTopics.join(" ")} ${user.isNew ? "new" : ""}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

/** All viewers of the world; search by number, topic or language. Opening it starts the pipeline. */
export function UserPicker({ lab, onClose }: { lab: VideoLabStore; onClose: () => void }) {
  const [users, setUsers] = useState<UserSummary[] | null>(null);
  const [query, setQuery] = useState("");
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    let isHere = true;
    lab
      .run()
      .then(() => loadUsers(lab))
      .then((all) => isHere && setUsers(all))
      .catch(() => isHere && setFailed(true));
    return () => {
      isHere = false;
    };
  }, [lab]);
  const found = (users ?? []).filter((user) => matches(user, query.toLowerCase().split(/\s+/)));
  return (
    <Dialog open onClose={onClose} title="Another viewer">
      <Field label="Search by number, topic or language">
        {(control) => (
          <TextInput
            {...control}
            data-autofocus
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        )}
      </Field>
      {hasFailed && (
        <p className="text-sm text-bad">The viewers could not be listed. Close this and try again.</p>
      )}
      {!users && !hasFailed && <Spinner>Building the world of videos and viewers</Spinner>}
      {users && (
        <>
          <p role="status" className="text-sm text-ink-2">
            {formatCount(found.length)} of {formatCount(users.length)} viewers
            {found.length > SHOWN && `, the first ${SHOWN} shown`}
          </p>
          <ul className="-mx-2 max-h-[50vh] overflow-y-auto overscroll-contain">
            {found.slice(0, SHOWN).map((user) => (
              <li key={user.userId}>
                <button
                  type="button"
                  onClick={() => {
                    lab.chooseUser(user.userId);
                    onClose();
                  }}
                  className="flex w-full cursor-pointer items-baseline gap-3 rounded-md px-2 py-1.5 text-left text-sm hover:bg-sunken focus-visible:-outline-offset-2"
                >
                  <span className="shrink-0 font-medium tabular-nums">{user.label}</span>
                  {user.isNew && <Badge>new</Badge>}
                  <span className="min-w-0 truncate text-ink-2">
                    {user.topTopics.join(", ") || "nothing watched"}
                  </span>
                  <span className="ml-auto shrink-0 text-xs text-ink-2 tabular-nums">
                    {user.language}, {formatCount(user.watches)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
