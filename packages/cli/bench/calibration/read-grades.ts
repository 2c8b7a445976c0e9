import { readFile } from 'node:fs/promises';
import { categorySchema } from '@proteus/contracts/jobs/category.ts';
import { z } from 'zod';
import { UsageError } from '../../terminal/usage-error.ts';

const FIELDS = ['person', 'garment', 'category', 'grade'] as const;

const rowSchema = z.object({
  person: z.string().min(1),
  garment: z.string().min(1),
  category: categorySchema,
  /** 1 = broken, 5 = would pass as a real photo at shop size; null = not graded yet. */
  grade: z
    .literal('')
    .transform(() => null)
    .or(z.coerce.number().min(1).max(5)),
});

/** One try-on that somebody looked at. */
export type Grade = z.infer<typeof rowSchema>;

/**
 * Reads grades: a CSV file with the columns person, garment, category and grade, files named below
 * the folder of photos.
 *
 * @throws {UsageError} that names the file and the line that is wrong.
 */
export async function readGrades(file: string): Promise<readonly Grade[]> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(`Cannot read ${file} (${cause.code ?? cause.message})`);
  });
  const [header, ...lines] = text.split(/\r?\n/).map((line) => line.trim());
  if (header !== FIELDS.join(',')) {
    throw new UsageError(`${file} does not begin with the line ${FIELDS.join(',')}`);
  }
  const grades: Grade[] = [];
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const values = line.split(',');
    const parsed = rowSchema.safeParse(
      Object.fromEntries(FIELDS.map((field, column) => [field, values[column]?.trim()])),
    );
    if (!parsed.success || values.length !== FIELDS.length) {
      throw new UsageError(`${file}, line ${index + 2}: not ${FIELDS.join(', ')} (1 to 5)`);
    }
    grades.push(parsed.data);
  }
  return grades;
}
