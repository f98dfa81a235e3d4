import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

type Props = {
  isOpen: boolean;
  minutes: number;
  isBusy: boolean;
  onClose: () => void;
  onConfirm: () => void;
};

/** An exam's clock does not stop: it is started by two presses. */
export function ConfirmExam({ isOpen, minutes, isBusy, onClose, onConfirm }: Props) {
  return (
    <Dialog
      open={isOpen}
      onClose={onClose}
      width="narrow"
      title="Start the exam now?"
      description={`The clock runs for ${minutes} minutes and does not stop, also when this page is closed. What is written by then is submitted by itself.`}
      footer={
        <>
          <Button onClick={onClose}>Not yet</Button>
          <Button
            variant="primary"
            onClick={onConfirm}
            busyLabel={isBusy ? "Starting" : undefined}
            data-autofocus
          >
            Start the clock
          </Button>
        </>
      }
    />
  );
}
