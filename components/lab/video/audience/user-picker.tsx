"use client";

import { useCallback } from "react";
import { PickerDialog } from "@/components/lab/core/picker-dialog";
import { formatCount } from "@/components/lab/format";
import type { VideoLabStore } from "@/components/lab/video/video-store";
import { Badge } from "@/components/ui/badge";
import type { UserSummary } from "@/lib/pipeline/video/trace";

const PAGE = 200;

async function loadUsers(lab: VideoLabStore): Promise<UserSummary[]> {
  const first = await lab.listUsers(0, PAGE);
  const offsets = Array.from({ length: Math.ceil(first.total / PAGE) - 1 }, (_, page) => (page + 1) * PAGE);
  const others = await Promise.all(offsets.map((offset) => lab.listUsers(offset, PAGE)));
  return [first, ...others].flatMap((page) => page.users);
}

const textOf = (user: UserSummary) =>
  `${user.label} ${user.language} ${user.topTopics.join(" ")} ${user.isNew ? "new" : ""}`;

/** All viewers of the world; search by number, topic or language. Opening it starts the pipeline. */
export function UserPicker({ lab, onClose }: { lab: VideoLabStore; onClose: () => void }) {
  const list = useCallback(() => lab.run().then(() => loadUsers(lab)), [lab]);
  return (
    <PickerDialog
      title="Another viewer"
      searchLabel="Search by number, topic or language"
      items="viewers"
      waiting="Building the world of videos and viewers"
      list={list}
      keyOf={({ userId }) => userId}
      textOf={textOf}
      onChoose={({ userId }) => lab.chooseUser(userId)}
      onClose={onClose}
    >
      {(user) => (
        <>
          <span className="shrink-0 font-medium tabular-nums">{user.label}</span>
          {user.isNew && <Badge>new</Badge>}
          <span className="min-w-0 truncate text-ink-2">
            {user.topTopics.join(", ") || "nothing watched"}
          </span>
          <span className="ml-auto shrink-0 text-xs text-ink-2 tabular-nums">
            {user.language}, {formatCount(user.watches)}
          </span>
        </>
      )}
    </PickerDialog>
  );
}
