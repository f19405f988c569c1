import { Icon } from '../../../ui/icons/icon.tsx';

interface FieldProblemProps {
  readonly id: string;
  readonly problem: string | undefined;
}

/** What is wrong with the field above it, in words; the field names it by this id. */
export function FieldProblem({ id, problem }: FieldProblemProps) {
  if (!problem) return null;
  return (
    <p id={id} className="field-problem">
      <Icon name="cross" /> {problem}
    </p>
  );
}
