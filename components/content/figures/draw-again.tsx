import { Dices } from "lucide-react";
import { Button } from "@/components/ui/button";

/** Takes the next seed of a simulation; the same seed always draws the same. */
export function DrawAgain({ label, onDraw }: { label: string; onDraw: () => void }) {
  return (
    <div>
      <Button size="small" icon={<Dices size={15} aria-hidden />} onClick={onDraw}>
        {label}
      </Button>
    </div>
  );
}
