"use client";

import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Select, TextInput } from "@/components/ui/inputs";
import { BOARD_KIND_LABELS, type BoardKind } from "@/lib/interview/board";
import { useSay } from "../status/live-region";
import type { BoardEditor } from "./use-board";

/** Adds a component: kind, name, Add. */
export function BoardAdd({ editor, onAdded }: { editor: BoardEditor; onAdded: (id: string) => void }) {
  const [kind, setKind] = useState<BoardKind>("service");
  const [label, setLabel] = useState("");
  const say = useSay();
  function add(event: FormEvent) {
    event.preventDefault();
    onAdded(editor.addNode(kind, label));
    say(`${label.trim() || BOARD_KIND_LABELS[kind]} added to the board.`);
    setLabel("");
  }
  return (
    <form onSubmit={add} className="flex gap-1.5">
      <div className="w-32 shrink-0">
        <Select
          aria-label="Kind of component"
          value={kind}
          onChange={(event) => setKind(event.target.value as BoardKind)}
        >
          {editor.kinds.map((each) => (
            <option key={each} value={each}>
              {BOARD_KIND_LABELS[each]}
            </option>
          ))}
        </Select>
      </div>
      <TextInput
        aria-label="Name of component"
        placeholder="name"
        maxLength={80}
        value={label}
        onChange={(event) => setLabel(event.target.value)}
      />
      <Button type="submit" disabled={!editor.canWrite} icon={<Plus size={15} aria-hidden />}>
        Add
      </Button>
    </form>
  );
}
