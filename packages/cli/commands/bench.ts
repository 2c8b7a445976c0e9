import type { Command } from 'commander';

/** `proteus bench`: figures, not tests. */
export function addBenchCommand(program: Command): void {
  const bench = program.command('bench').description('Measure pictures and times.');
  bench
    .command('quality')
    .description(
      'Compare results with true photos: NN_person, NN_garment and NN_truth in a folder.',
    )
    .requiredOption('--set <directory>', 'the folder of triplets')
    .option('--out <directory>', 'also write the results there')
    .option('--json', 'print the figures as JSON', false)
    .action(async (options) => (await import('../bench/bench-quality.ts')).benchQuality(options));
  bench
    .command('parsing')
    .description('Compare parses of people with labels: NAME.jpg and NAME_parse.png in a folder.')
    .requiredOption('--set <directory>', 'the folder of labelled photos')
    .option('--json', 'print the figures as JSON', false)
    .action(async (options) => (await import('../bench/bench-parsing.ts')).benchParsing(options));
  bench
    .command('calibration')
    .description('Compare the scores with grades of 1 to 5 that somebody gave by eye.')
    .requiredOption('--grades <file>', 'CSV: person, garment, category, grade (may be empty)')
    .requiredOption('--set <directory>', 'the folder that the file names photos below')
    .option('--out <directory>', 'also write the results there, by line, without their scores')
    .option('--json', 'print scores and figures as JSON', false)
    .action(async (options) =>
      (await import('../bench/calibration/bench-calibration.ts')).benchCalibration(options),
    );
  bench
    .command('speed')
    .description(
      'Time the stages of a try-on (first, later and with remembered analyses), and the memory.',
    )
    .option('--user <file>', 'photo of the person (a sample when left out)')
    .option('--garment <file>', 'photo of the garment (a sample when left out)')
    .option('--runs <number>', 'runs after the first', '10')
    .option('--sizes', 'also photos of 1, 3, 6 and 12 million pixels', false)
    .option('--json', 'print the figures as JSON', false)
    .action(async (options) => (await import('../bench/bench-speed.ts')).benchSpeed(options));
}
