export { StudyFigure } from "@/components/lab/core/study/study-figure";
