import { z } from 'zod';

/** What a garment covers; `auto` lets the garment stage decide by its shape. */
export const categorySchema = z.enum(['upper', 'lower', 'dress', 'auto']);
export type Category = z.infer<typeof categorySchema>;
export type GarmentCategory = Exclude<Category, 'auto'>;
