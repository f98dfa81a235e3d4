import { Badge } from "@/components/ui/badge";
import { CLASS_ROLE_WORDS, type ClassRole } from "@/lib/classroom/roles";
import { ClassTabs } from "./class-tabs";

type ClassHeaderProps = {
  classId: string;
  name: string;
  timeZone: string;
  role: ClassRole;
  isArchived: boolean;
};

/** Above every page of a class. The page's own title is the h1. */
export function ClassHeader({ classId, name, timeZone, role, isArchived }: ClassHeaderProps) {
  return (
    <section aria-label="Class" className="mx-auto w-full max-w-7xl px-4 pt-6 sm:px-6 print:hidden">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1 pb-2">
        <p className="text-lg font-semibold">{name}</p>
        <p className="text-sm text-ink-2">
          {CLASS_ROLE_WORDS[role]} · dates in {timeZone}
        </p>
        {isArchived && <Badge tone="warn">Archived: nothing in it changes</Badge>}
      </div>
      <ClassTabs classId={classId} role={role} />
    </section>
  );
}
