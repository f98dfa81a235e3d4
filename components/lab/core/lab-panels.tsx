"use client";

import { type ReactNode, useState } from "react";
import { Tabs } from "@/components/ui/tabs";

export type LabPanel<Id extends string> = { id: Id; label: string; content: () => ReactNode };

type LabPanelsProps<Id extends string> = {
  label: string;
  /** In the order of their tabs; one that is not open yet is not drawn, so load each with `dynamic`. */
  panels: readonly [LabPanel<Id>, ...LabPanel<Id>[]];
  /** null: the first. */
  openId: Id | null;
  onOpen: (id: Id) => void;
};

/** What can be asked of the request above. The open one is in the address; one that was opened keeps what was done in it. */
export function LabPanels<Id extends string>({ label, panels, openId, onOpen }: LabPanelsProps<Id>) {
  const shownId = openId ?? panels[0].id;
  const [visited, setVisited] = useState<readonly Id[]>([shownId]);
  if (!visited.includes(shownId)) setVisited([...visited, shownId]);
  return (
    <Tabs
      label={label}
      tabs={panels.map(({ id, label: name, content }) => ({
        id,
        label: name,
        content: visited.includes(id) && content(),
      }))}
      keepMounted
      className="sm:[&>[role=tablist]]:flex-wrap lg:[&>[role=tablist]]:gap-0 lg:[&>[role=tablist]>[role=tab]]:px-2"
      panelClassName="pt-5"
      value={shownId}
      onChange={(id) => {
        const panel = panels.find((one) => one.id === id);
        if (panel) onOpen(panel.id);
      }}
    />
  );
}
