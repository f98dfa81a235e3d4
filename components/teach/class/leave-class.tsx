"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useAct } from "@/components/teach/use-act";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { StatusLine } from "@/components/ui/status-line";
import type { ActionResult } from "@/lib/actions/result";

type LeaveClassProps = {
  classId: string;
  name: string;
  leave: (input: { classId: string }) => Promise<ActionResult<void>>;
};

export function LeaveClass({ classId, name, leave }: LeaveClassProps) {
  const router = useRouter();
  const { busy, message, act } = useAct();
  const [isOpen, setOpen] = useState(false);
  function confirm() {
    void act(
      "leave",
      () => leave({ classId }),
      () => {
        router.replace("/classes");
        return undefined;
      },
    );
  }
  return (
    <>
      <Button size="small" variant="quiet" className="justify-self-start" onClick={() => setOpen(true)}>
        Leave this class
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={`Leave ${name}?`}
        description="You no longer see it. What you handed in stays with its staff. The class code lets you in again while it works."
        footer={
          <>
            <Button onClick={() => setOpen(false)}>Stay</Button>
            <Button variant="danger" onClick={confirm} busyLabel={busy ? "Leaving …" : undefined}>
              Leave
            </Button>
          </>
        }
      >
        <StatusLine tone="bad">{message}</StatusLine>
      </Dialog>
    </>
  );
}
